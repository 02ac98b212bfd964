/**
 * Reports that are defined at Mixpanel or in its own form. Start at {@link
 * dev.mixpaneldata.report.saved.SavedReports}.
 */
@NullMarked
package dev.mixpaneldata.report.saved;

import org.jspecify.annotations.NullMarked;
