package dev.mixpaneldata.mcp.session;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.internal.Sha256;
import java.util.Optional;

/**
 * A client with credentials of its own.
 *
 * @param projectToken the token of the project, by which events are tracked and profiles change;
 *     empty if the client sent none
 */
public record Guest(Credentials credentials, Optional<Secret> projectToken) {
  /** Returns a name that is equal for equal guests and does not reveal what they sent. */
  public String name() {
    return Sha256.half(
        String.join(
            "\n",
            credentials.region().id(),
            credentials.projectId(),
            credentials.signIn().authorization().reveal(),
            projectToken.map(Secret::reveal).orElse("")));
  }
}
