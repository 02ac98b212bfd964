/** Charts for pages: the drawing code that browsers run. */
@NullMarked
package dev.mixpaneldata.chart.web;

import org.jspecify.annotations.NullMarked;
