/**
 * Service accounts: the credentials of programs. Start at {@link
 * dev.mixpaneldata.app.serviceaccounts.ServiceAccounts}.
 */
@NullMarked
package dev.mixpaneldata.app.serviceaccounts;

import org.jspecify.annotations.NullMarked;
