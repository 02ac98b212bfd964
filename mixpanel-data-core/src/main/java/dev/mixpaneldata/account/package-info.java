/**
 * Accounts and the choice among them: options, the environment, and named accounts in a file. Start
 * at {@link dev.mixpaneldata.account.AccountResolver}.
 */
@NullMarked
package dev.mixpaneldata.account;

import org.jspecify.annotations.NullMarked;
