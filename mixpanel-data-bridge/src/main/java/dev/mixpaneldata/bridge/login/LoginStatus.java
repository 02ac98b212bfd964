package dev.mixpaneldata.bridge.login;

import dev.mixpaneldata.bridge.oauth.Grant;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What is known of an account's sign-in by the browser.
 *
 * @param signedIn whether a grant is kept that the vendor has not ended
 * @param scopes the scopes that were granted
 * @param expiresAt when the access token ends, if the vendor said so; it is renewed at the next use
 * @param expired whether the access token has ended, or is about to
 */
public record LoginStatus(
    boolean signedIn, List<String> scopes, Optional<Instant> expiresAt, boolean expired) {
  static final LoginStatus NONE = new LoginStatus(false, List.of(), Optional.empty(), false);

  public LoginStatus {
    scopes = List.copyOf(scopes);
  }

  static LoginStatus of(Grant grant, Instant now) {
    return new LoginStatus(
        !grant.ended(), grant.granted(), grant.expiresAt(), grant.isExpired(now));
  }
}
