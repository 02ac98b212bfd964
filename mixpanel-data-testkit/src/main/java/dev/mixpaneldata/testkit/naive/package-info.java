/**
 * A second, naive implementation of the reports, to hold the fast one against and for FakeMixpanel
 * to answer with: loops over events in memory, each report one small class, written to be read
 * beside {@code docs/semantics.md}. Shares no code with storage. Start at {@link
 * dev.mixpaneldata.testkit.naive.NaiveReports}.
 */
@NullMarked
package dev.mixpaneldata.testkit.naive;

import org.jspecify.annotations.NullMarked;
