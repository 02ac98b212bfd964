package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.credentials.Secret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a user granted, with its tokens.
 *
 * @param issuer who gave it
 * @param requested the scopes that were asked for
 * @param granted the scopes that were given
 * @param offered the scopes that were on offer then; later ones need a new sign-in
 * @param expiresAt when the access token ends, if the server said so
 * @param generation how many times it was renewed, so that two processes can tell who was first
 * @param ended whether the vendor has ended it; it is kept so that its name stays known
 */
public record Grant(
    String resource,
    String issuer,
    Registration registration,
    URI tokenEndpoint,
    Optional<URI> revocationEndpoint,
    List<String> requested,
    List<String> granted,
    List<String> offered,
    Secret accessToken,
    Optional<Secret> refreshToken,
    Optional<Instant> expiresAt,
    Instant obtainedAt,
    long generation,
    boolean ended) {
  /** Clocks differ and calls take time: a token this near to its end is renewed first. */
  private static final Duration MARGIN = Duration.ofSeconds(60);

  public Grant {
    requested = List.copyOf(requested);
    granted = List.copyOf(granted);
    offered = List.copyOf(offered);
  }

  /** Whether the access token is over or nearly so. */
  public boolean isExpired(Instant now) {
    return expiresAt.isPresent() && !now.plus(MARGIN).isBefore(expiresAt.get());
  }

  /** Renewed with these tokens; a server that sends no new refresh token means the old one. */
  Grant renewed(Tokens tokens, Instant now) {
    return new Grant(
        resource,
        issuer,
        registration,
        tokenEndpoint,
        revocationEndpoint,
        requested,
        tokens.scopes().isEmpty() ? granted : tokens.scopes(),
        offered,
        tokens.accessToken(),
        tokens.refreshToken().or(() -> refreshToken),
        tokens.expiresAt(now),
        now,
        generation + 1,
        false);
  }

  /** Ended by the vendor. */
  Grant over() {
    return new Grant(
        resource,
        issuer,
        registration,
        tokenEndpoint,
        revocationEndpoint,
        requested,
        granted,
        offered,
        accessToken,
        refreshToken,
        expiresAt,
        obtainedAt,
        generation,
        true);
  }
}
