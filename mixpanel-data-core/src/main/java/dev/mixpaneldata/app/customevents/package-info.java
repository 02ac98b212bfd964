/**
 * Custom events: names under which Mixpanel reports several events as one. Start at {@link
 * dev.mixpaneldata.app.customevents.CustomEvents}.
 */
@NullMarked
package dev.mixpaneldata.app.customevents;

import org.jspecify.annotations.NullMarked;
