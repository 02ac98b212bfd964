/** Saved reports. Start at {@link dev.mixpaneldata.app.bookmarks.Bookmarks}. */
@NullMarked
package dev.mixpaneldata.app.bookmarks;

import org.jspecify.annotations.NullMarked;
