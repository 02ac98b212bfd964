/** Tools about accounts. Start at {@link dev.mixpaneldata.mcp.accounts.AccountTools}. */
@NullMarked
package dev.mixpaneldata.mcp.accounts;

import org.jspecify.annotations.NullMarked;
