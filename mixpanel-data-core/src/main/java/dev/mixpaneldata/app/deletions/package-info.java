/** Requests to erase events. Start at {@link dev.mixpaneldata.app.deletions.EventDeletions}. */
@NullMarked
package dev.mixpaneldata.app.deletions;

import org.jspecify.annotations.NullMarked;
