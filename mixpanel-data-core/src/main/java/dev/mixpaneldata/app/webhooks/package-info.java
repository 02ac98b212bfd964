/**
 * Webhooks: addresses that Mixpanel calls. Start at {@link dev.mixpaneldata.app.webhooks.Webhooks}.
 */
@NullMarked
package dev.mixpaneldata.app.webhooks;

import org.jspecify.annotations.NullMarked;
