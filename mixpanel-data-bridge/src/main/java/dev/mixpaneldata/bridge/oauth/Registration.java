package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.credentials.Secret;
import java.util.Optional;

/**
 * How this client is known to an authorization server.
 *
 * @param issuer the server, and the only one that this id is sent to
 * @param clientSecret where the server gave one
 * @param authMethod {@code none}, {@code client_secret_basic} or {@code client_secret_post}
 * @param redirectUri where the browser may be sent back to; empty text for any
 */
public record Registration(
    String issuer,
    String clientId,
    Optional<Secret> clientSecret,
    String authMethod,
    String redirectUri) {}
