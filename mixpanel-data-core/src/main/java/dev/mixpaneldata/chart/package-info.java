/**
 * Charts as data, for terminals and images to draw. Start at {@link dev.mixpaneldata.chart.Chart}.
 */
@NullMarked
package dev.mixpaneldata.chart;

import org.jspecify.annotations.NullMarked;
