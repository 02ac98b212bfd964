package dev.mixpaneldata.bridge.login;

import dev.mixpaneldata.credentials.GrantKeeper;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.quota.Pacer;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Gives core the tokens of {@link Logins}. */
public final class AccountGrants implements GrantKeeper {
  /**
   * Keys are derived from passphrases slowly, so that each file's are kept while this process is.
   */
  private final Map<Path, Logins> logins = new ConcurrentHashMap<>();

  /** Creates the keeper, for {@link java.util.ServiceLoader}. */
  public AccountGrants() {}

  @Override
  public Optional<Secret> token(Path configFile, String account) {
    return logins
        .computeIfAbsent(
            configFile.toAbsolutePath(),
            file -> new Logins(file, System.getenv(), Pacer.system().clock()))
        .token(account);
  }
}
