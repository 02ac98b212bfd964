package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.account.Settings;
import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.session.Caller;
import dev.mixpaneldata.mcp.session.Guest;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.session.Workspaces;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The identities of requests: that of the credentials in their headers, or the owner of this
 * machine.
 */
public final class HttpIdentities {
  /** The header that carries {@code USERNAME:SECRET[:PROJECT_ID]}. */
  static final String TOKEN = "x-auth-token";

  /** The header that carries a base64 JSON object with the same, as the Klavis server reads it. */
  static final String DATA = "x-auth-data";

  /** The header that carries the token of the project, beside the credentials. */
  static final String PROJECT_TOKEN = "x-project-token";

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
   * @param guest the client, if it has credentials of its own
   */
  record Identity(String name, Optional<Guest> guest) {}

  /**
   * Returns the identity of a request.
   *
   * @param header gives the value of a header by its name
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if its headers are malformed
   */
  Identity of(Function<String, @Nullable String> header) {
    Optional<Secret> token =
        Optional.ofNullable(header.apply(PROJECT_TOKEN))
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(Secret::of);
    Optional<Guest> guest =
        Optional.ofNullable(header.apply(TOKEN))
            .map(HttpIdentities::account)
            .or(() -> Optional.ofNullable(header.apply(DATA)).map(AuthData::account))
            .map(account -> new Guest(credentials(account, header.apply(REGION)), token));
    if (guest.isEmpty() && token.isPresent()) {
      // The token of another project must not write with the credentials of this machine.
      throw MixpanelDataException.invalidArgument(
          "The header " + PROJECT_TOKEN + " comes without credentials.",
          "Send " + TOKEN + ": USERNAME:SECRET:PROJECT_ID of a service account as well.");
    }
    String name = guest.map(Guest::name).orElseGet(() -> Caller.ownerOverHttp().name());
    return new Identity(name, guest);
  }

  /** A service account, and the project if one is named. */
  record Account(String username, String secret, Optional<String> project) {}

  /** Returns whether the credentials of the session are unproven and may be made up. */
  boolean isStranger(Identity identity) {
    return identity.guest().isPresent() && !workspaces.guests().isAccepted(identity.name());
  }

  /** Opens a session of this identity. */
  Session open(Identity identity) {
    return workspaces.overHttp(identity.guest());
  }

  /** Opens what the calls of this identity without a session share. */
  Session openWithoutSession(Identity identity) {
    return workspaces.withoutSession(identity.guest());
  }

  private static Account account(String token) {
    int first = token.indexOf(':');
    if (first < 1 || first == token.length() - 1) {
      throw malformed();
    }
    String username = token.substring(0, first);
    String rest = token.substring(first + 1);
    int last = rest.lastIndexOf(':');
    // A project is a number, so that a secret with a colon stays whole.
    boolean named = last > 0 && rest.substring(last + 1).strip().matches("[0-9]+");
    return named
        ? new Account(username, rest.substring(0, last), Optional.of(rest.substring(last + 1)))
        : new Account(username, rest, Optional.empty());
  }

  private Credentials credentials(Account account, @Nullable String region) {
    return Credentials.of(
        account.username(),
        account.secret(),
        account.project().orElseGet(this::ownProject),
        region == null ? settings.region() : Region.parse(region));
  }

  private String ownProject() {
    return settings
        .projectId()
        .orElseThrow(
            () ->
                MixpanelDataException.invalidArgument(
                    "The header with the credentials names no project.",
                    "Send "
                        + TOKEN
                        + ": USERNAME:SECRET:PROJECT_ID, or project_id in "
                        + DATA
                        + ", or start the server with MP_PROJECT_ID."));
  }

  private static MixpanelDataException malformed() {
    return MixpanelDataException.invalidArgument(
        "The header " + TOKEN + " is malformed.",
        "Send the service account's USERNAME:SECRET[:PROJECT_ID].");
  }
}
