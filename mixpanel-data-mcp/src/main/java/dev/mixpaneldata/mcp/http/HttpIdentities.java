package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.session.Workspaces;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The identities of requests: that of the credentials in their headers, or the owner of this
 * machine.
 */
public final class HttpIdentities {
  /** The header that carries {@code USERNAME:SECRET[:PROJECT_ID]}. */
  static final String TOKEN = "x-auth-token";

  /** The header that carries us, eu or in; without it the region of the server counts. */
  static final String REGION = "x-mixpanel-region";

  private final Workspaces workspaces;
  private final Settings settings;

  /** Creates the identities of a server, whose settings have the default region. */
  public HttpIdentities(Workspaces workspaces, Settings settings) {
    this.workspaces = workspaces;
    this.settings = settings;
  }

  /** Returns the clock of all sessions. */
  Clock clock() {
    return workspaces.pacer().clock();
  }

  /**
   * The identity of a client.
   *
   * @param name equal for equal credentials, without revealing them
   * @param credentials the credentials of the header
   */
  record Identity(String name, Optional<Credentials> credentials) {}

  /** Returns the identity of headers. Throws {@code INVALID_ARGUMENT} if they are malformed. */
  Identity of(@Nullable String token, @Nullable String region) {
    if (token == null) {
      return new Identity(Caller.ownerOverHttp().name(), Optional.empty());
    }
    Credentials credentials = parse(token, region);
    return new Identity(Workspaces.digest(credentials), Optional.of(credentials));
  }

  /** Returns whether the credentials of the session are unproven and may be made up. */
  boolean isStranger(Identity identity) {
    return identity.credentials().isPresent() && !workspaces.guests().isAccepted(identity.name());
  }

  /** Opens a session of this identity. */
  Session open(Identity identity) {
    return workspaces.overHttp(identity.credentials());
  }

  /** Opens what the calls of this identity without a session share. */
  Session openWithoutSession(Identity identity) {
    return workspaces.withoutSession(identity.credentials());
  }

  private Credentials parse(String token, @Nullable String region) {
    int first = token.indexOf(':');
    if (first < 1 || first == token.length() - 1) {
      throw malformed();
    }
    String username = token.substring(0, first);
    String rest = token.substring(first + 1);
    int last = rest.lastIndexOf(':');
    // A project is a number, so that a secret with a colon stays whole.
    boolean named = last > 0 && rest.substring(last + 1).strip().matches("[0-9]+");
    String secret = named ? rest.substring(0, last) : rest;
    String project = named ? rest.substring(last + 1) : ownProject();
    return Credentials.of(
        username, secret, project, region == null ? settings.region() : Region.parse(region));
  }

  private String ownProject() {
    return settings
        .projectId()
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "The header " + TOKEN + " names no project.",
                    "Send USERNAME:SECRET:PROJECT_ID, or start the server with MP_PROJECT_ID."));
  }

  private static MixpanelDataException malformed() {
    return MixpanelDataException.invalidArgument(
        "The header " + TOKEN + " is malformed.",
        "Send the service account's USERNAME:SECRET[:PROJECT_ID].");
  }
}
