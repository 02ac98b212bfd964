/**
 * Unusual counts of events and properties. Start at {@link
 * dev.mixpaneldata.app.anomalies.Anomalies}.
 */
@NullMarked
package dev.mixpaneldata.app.anomalies;

import org.jspecify.annotations.NullMarked;
