/**
 * Annotations: notes on the timeline of a project. Start at {@link
 * dev.mixpaneldata.app.annotations.Annotations}.
 */
@NullMarked
package dev.mixpaneldata.app.annotations;

import org.jspecify.annotations.NullMarked;
