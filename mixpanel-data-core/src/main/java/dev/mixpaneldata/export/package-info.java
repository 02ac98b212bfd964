/**
 * Mixpanel's raw export: events as they were sent, as a stream. Start at {@link
 * dev.mixpaneldata.export.Export}.
 */
@NullMarked
package dev.mixpaneldata.export;

import org.jspecify.annotations.NullMarked;
