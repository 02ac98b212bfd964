/**
 * The only access to Mixpanel's servers: authentication, budgets, retries, and errors with codes.
 * Start at {@link dev.mixpaneldata.http.MixpanelHttp}.
 */
@NullMarked
package dev.mixpaneldata.http;

import org.jspecify.annotations.NullMarked;
