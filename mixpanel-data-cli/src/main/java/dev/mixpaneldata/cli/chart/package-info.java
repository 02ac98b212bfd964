/** Charts in a terminal. Start at {@link dev.mixpaneldata.cli.chart.TerminalChart}. */
@NullMarked
package dev.mixpaneldata.cli.chart;

import org.jspecify.annotations.NullMarked;
