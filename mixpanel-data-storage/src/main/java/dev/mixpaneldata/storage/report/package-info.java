/**
 * Mixpanel's reports on local tables. Start at {@link
 * dev.mixpaneldata.storage.report.LocalReports}; each report has a class that turns its request
 * into SQL, run by a {@link dev.mixpaneldata.storage.report.ReportContext}. docs/semantics.md
 * describes the counting.
 */
@NullMarked
package dev.mixpaneldata.storage.report;

import org.jspecify.annotations.NullMarked;
