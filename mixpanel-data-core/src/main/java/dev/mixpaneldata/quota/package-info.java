/**
 * Mixpanel's limits on calls, shared by all processes of a machine, and how waiting for them is
 * announced. Start at {@link dev.mixpaneldata.quota.QuotaLedger}.
 */
@NullMarked
package dev.mixpaneldata.quota;

import org.jspecify.annotations.NullMarked;
