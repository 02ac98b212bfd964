/**
 * A second, naive implementation of the reports, used to test the fast one and to answer for
 * FakeMixpanel. It loops over events in memory; each report is one small class, written to be read
 * beside {@code docs/semantics.md}. Shares no code with storage. Start at {@link
 * dev.mixpaneldata.testkit.naive.NaiveReports}.
 */
@NullMarked
package dev.mixpaneldata.testkit.naive;

import org.jspecify.annotations.NullMarked;
