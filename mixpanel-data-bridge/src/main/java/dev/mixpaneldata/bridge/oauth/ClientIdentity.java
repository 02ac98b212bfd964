package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.credentials.Secret;
import java.util.Optional;

/**
 * Who this client says it is.
 *
 * @param name what people see when they are asked for their consent
 * @param document the https address of a public metadata document, used where a server takes one
 * @param clientId an id that the operator of the server gave out
 * @param clientSecret what came with that id
 */
public record ClientIdentity(
    String name,
    Optional<String> document,
    Optional<String> clientId,
    Optional<Secret> clientSecret) {

  /** A client that registers itself. */
  public static ClientIdentity named(String name) {
    return new ClientIdentity(name, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
