/**
 * Charts as SVG for pages that load nothing else. Start at {@link
 * dev.mixpaneldata.chart.svg.SvgChart}.
 */
@NullMarked
package dev.mixpaneldata.chart.svg;

import org.jspecify.annotations.NullMarked;
