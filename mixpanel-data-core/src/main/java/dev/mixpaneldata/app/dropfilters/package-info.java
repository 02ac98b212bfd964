/**
 * Drop filters: rules by which Mixpanel discards events as they arrive. Start at {@link
 * dev.mixpaneldata.app.dropfilters.DropFilters}.
 */
@NullMarked
package dev.mixpaneldata.app.dropfilters;

import org.jspecify.annotations.NullMarked;
