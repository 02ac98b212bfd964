package dev.mixpaneldata.cli.auth;

import dev.mixpaneldata.account.AccountResolver;
import dev.mixpaneldata.account.AccountStore;
import dev.mixpaneldata.account.ResolvedAccount;
import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.cli.command.CommandContext;
import org.jspecify.annotations.Nullable;

/** The accounts of a command's environment. */
public final class Accounts {
  private Accounts() {}

  /** Returns the settings of the environment. */
  public static Settings settings(CommandContext context) {
    return Settings.of(context.environment());
  }

  /** Returns the saved accounts. */
  public static AccountStore store(CommandContext context) {
    return new AccountStore(settings(context).configFile());
  }

  /** Returns the account of this name, or the account in use if no name is given. */
  public static ResolvedAccount resolve(CommandContext context, @Nullable String name) {
    String asked = name != null ? name : context.options().account().orElse(null);
    String target = name != null ? null : context.options().target().orElse(null);
    return new AccountResolver(settings(context)).resolve(asked, target);
  }
}
