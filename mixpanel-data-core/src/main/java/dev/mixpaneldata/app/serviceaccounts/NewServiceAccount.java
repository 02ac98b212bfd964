package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A service account that was created, with its secret.
 *
 * @param token the secret, which Mixpanel shows this once and never again
 * @param expires when it ends, as Mixpanel writes it; empty for never
 * @param created as Mixpanel writes it
 */
public record NewServiceAccount(
    long id,
    String username,
    String token,
    Optional<String> expires,
    Optional<String> created,
    @Remaining Map<String, Json> remaining) {
  /** Returns the account without its secret. */
  @Override
  public String toString() {
    return "NewServiceAccount[id=" + id + ", username=" + username + "]";
  }
}
