package dev.mixpaneldata.credentials;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Keeps what users granted in the browser. Found by {@link java.util.ServiceLoader};
 * mixpanel-data-bridge provides the one that keeps grants encrypted and renews them.
 */
public interface GrantKeeper {
  /**
   * Returns the access token of an account, renewed if it would end soon.
   *
   * @param configFile the configuration file that has the account
   * @return empty if nothing was granted, or the vendor has ended it
   */
  Optional<Secret> token(Path configFile, String account);
}
