/**
 * Fetches from Mixpanel into a local table: plan, download, verify, load, and a ledger with which
 * an interrupted fetch continues. Start at {@link dev.mixpaneldata.fetch.Fetch}.
 */
@NullMarked
package dev.mixpaneldata.fetch;

import org.jspecify.annotations.NullMarked;
