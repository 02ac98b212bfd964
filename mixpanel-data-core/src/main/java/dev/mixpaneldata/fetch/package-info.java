/**
 * From Mixpanel into a local table: plan, download, verify, load, and a ledger that lets an
 * interrupted fetch go on. Start at {@link dev.mixpaneldata.fetch.Fetch}.
 */
@NullMarked
package dev.mixpaneldata.fetch;

import org.jspecify.annotations.NullMarked;
