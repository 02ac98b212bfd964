/** What keeps answers for a while. */
@NullMarked
package dev.mixpaneldata.internal.cache;

import org.jspecify.annotations.NullMarked;
