/**
 * Sign-ins by the browser for Mixpanel's own APIs. Start at {@link
 * dev.mixpaneldata.bridge.login.Logins}.
 */
@NullMarked
package dev.mixpaneldata.bridge.login;

import org.jspecify.annotations.NullMarked;
