/**
 * Reports as Mixpanel's query API computes them; the names it uses on the wire stay in here. Start
 * at {@link dev.mixpaneldata.report.live.LiveReports}.
 */
@NullMarked
package dev.mixpaneldata.report.live;

import org.jspecify.annotations.NullMarked;
