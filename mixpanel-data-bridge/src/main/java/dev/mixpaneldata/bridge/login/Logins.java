package dev.mixpaneldata.bridge.login;

import dev.mixpaneldata.bridge.net.AddressRules;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.bridge.oauth.ClientIdentity;
import dev.mixpaneldata.bridge.oauth.Grant;
import dev.mixpaneldata.bridge.oauth.ScopeRule;
import dev.mixpaneldata.bridge.oauth.SignIn;
import dev.mixpaneldata.bridge.store.GrantFile;
import dev.mixpaneldata.bridge.store.TokenKeys;
import dev.mixpaneldata.credentials.Secret;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * The grants of accounts that sign in by the browser, kept encrypted in the folder {@code logins}
 * beside the configuration file. Thread-safe.
 */
public final class Logins {
  private static final ClientIdentity CLIENT =
      new ClientIdentity("mixpanel-data", Optional.empty(), Optional.empty(), Optional.empty());

  private final Path folder;
  private final TokenKeys keys;
  private final Clock clock;

  /**
   * Creates the grants beside a configuration file.
   *
   * @param environment may hold {@code MP_TOKEN_KEY}, and says where programs are
   */
  public Logins(Path configFile, Map<String, String> environment, Clock clock) {
    this.folder = Objects.requireNonNull(configFile.toAbsolutePath().getParent()).resolve("logins");
    this.keys = new TokenKeys(environment, folder);
    this.clock = clock;
  }

  /**
   * Signs an account in.
   *
   * @param server the address of the vendor's MCP server, whose metadata name the sign-in page
   * @param agent who takes the user to that page
   * @return the scopes that were granted
   */
  public List<String> signIn(String account, URI server, AuthorizationAgent agent) {
    GrantFile grants = grants(account);
    client(server, grants, Optional.of(agent)).signInForApis();
    return grants.read().grant().map(Grant::granted).orElse(List.of());
  }

  /**
   * Returns the access token of an account, renewed if it would end soon; empty if nobody signed in
   * or the vendor has ended the grant.
   */
  public Optional<Secret> token(String account) {
    GrantFile grants = grants(account);
    return grants
        .read()
        .grant()
        .flatMap(grant -> client(grant.tokenEndpoint(), grants, Optional.empty()).token());
  }

  /** Returns what is known of an account's sign-in, without asking anybody. */
  public LoginStatus status(String account) {
    return grants(account)
        .read()
        .grant()
        .map(grant -> LoginStatus.of(grant, clock.instant()))
        .orElse(LoginStatus.NONE);
  }

  /**
   * Ends a sign-in: asks the vendor to forget it, and deletes what is kept here.
   *
   * @return whether the vendor confirmed; where it does not, the user ends it there
   */
  public boolean signOut(String account) {
    GrantFile grants = grants(account);
    boolean revoked =
        grants
            .read()
            .grant()
            .map(grant -> client(grant.tokenEndpoint(), grants, Optional.empty()).revoke())
            .orElse(false);
    grants.delete();
    return revoked;
  }

  private SignIn client(URI near, GrantFile grants, Optional<AuthorizationAgent> agent) {
    WebClient web = new WebClient(AddressRules.around(near));
    return new SignIn(near, grants, CLIENT, ScopeRule.FROM_METADATA, agent, web, clock);
  }

  private GrantFile grants(String account) {
    return new GrantFile(folder.resolve(account + ".grant"), "login|" + account, keys);
  }
}
