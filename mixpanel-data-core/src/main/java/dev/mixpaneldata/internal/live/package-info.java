/**
 * Reports as Mixpanel's query API computes them; the names it uses on the wire stay in here. Start
 * at {@link dev.mixpaneldata.internal.live.LiveReports}.
 */
@NullMarked
package dev.mixpaneldata.internal.live;

import org.jspecify.annotations.NullMarked;
