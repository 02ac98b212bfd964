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
 * Whose session a request begins: that of the credentials in its header, or of the owner of this
 * machine.
 */
public final class HttpIdentities {
  /** Carries {@code USERNAME:SECRET[:PROJECT_ID]}. */
  static final String TOKEN = "x-auth-token";

  /** Carries us, eu or in; the server's own region counts where it is missing. */
  static final String REGION = "x-mixpanel-region";

  private final Workspaces workspaces;
  private final Settings settings;

  public HttpIdentities(Workspaces workspaces, Settings settings) {
    this.workspaces = workspaces;
    this.settings = settings;
  }

  /** The clock of all sessions. */
  Clock clock() {
    return workspaces.pacer().clock();
  }

  /**
   * Who asks.
   *
   * @param name the same for the same credentials, and tells nothing of them
   * @param credentials those of the header
   */
  record Identity(String name, Optional<Credentials> credentials) {}

  /** The identity behind headers; {@code INVALID_ARGUMENT} if they are malformed. */
  Identity of(@Nullable String token, @Nullable String region) {
    if (token == null) {
      return new Identity(Caller.ownerOverHttp().name(), Optional.empty());
    }
    Credentials credentials = parse(token, region);
    return new Identity(Workspaces.digest(credentials), Optional.of(credentials));
  }

  /** Whether the session may be anybody's: its credentials may be made up. */
  boolean isStranger(Identity identity) {
    return identity.credentials().isPresent() && !workspaces.guests().isAccepted(identity.name());
  }

  /** A session of this identity. */
  Session open(Identity identity) {
    return identity
        .credentials()
        .map(workspaces::of)
        .orElseGet(() -> workspaces.own(Caller.ownerOverHttp()));
  }

  private Credentials parse(String token, @Nullable String region) {
    int first = token.indexOf(':');
    if (first < 1 || first == token.length() - 1) {
      throw malformed();
    }
    String username = token.substring(0, first);
    String rest = token.substring(first + 1);
    int last = rest.lastIndexOf(':');
    // A project is a number, so that a secret with a colon in it stays whole.
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
