/** Alerts on saved reports. Start at {@link dev.mixpaneldata.app.alerts.Alerts}. */
@NullMarked
package dev.mixpaneldata.app.alerts;

import org.jspecify.annotations.NullMarked;
