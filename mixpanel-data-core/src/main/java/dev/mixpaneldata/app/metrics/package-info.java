/**
 * Saved metrics and behaviors, of which reports are made. Start at {@link
 * dev.mixpaneldata.app.metrics.Metrics}.
 */
@NullMarked
package dev.mixpaneldata.app.metrics;

import org.jspecify.annotations.NullMarked;
