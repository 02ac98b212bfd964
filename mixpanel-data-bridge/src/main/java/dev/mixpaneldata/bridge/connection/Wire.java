package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.bridge.client.McpClient;
import dev.mixpaneldata.bridge.net.AddressRules;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.bridge.oauth.AuthorizationAgent;
import dev.mixpaneldata.bridge.oauth.ClientIdentity;
import dev.mixpaneldata.bridge.oauth.GrantStore;
import dev.mixpaneldata.bridge.oauth.ScopeRule;
import dev.mixpaneldata.bridge.oauth.SignIn;
import dev.mixpaneldata.bridge.vendor.Vendor;
import dev.mixpaneldata.credentials.Secret;
import java.net.URI;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Sleeper;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/** The client of a connection's server with its sign-in. */
final class Wire implements AutoCloseable {
  /** Hosted servers compute a report within a call; Mixpanel gives up after two minutes. */
  private static final Duration TIMEOUT = Duration.ofSeconds(150);

  private final SignIn signIn;
  private final McpClient client;
  private final WebClient web;

  Wire(
      ConnectionInfo info,
      GrantStore grants,
      CallCounter counter,
      Optional<AuthorizationAgent> agent,
      Optional<String> clientId,
      Optional<Secret> clientSecret,
      Clock clock) {
    boolean document = clientId.filter(id -> id.startsWith("https://")).isPresent();
    ClientIdentity identity =
        new ClientIdentity(
            "mixpanel-data",
            document ? clientId : Optional.empty(),
            document ? Optional.empty() : clientId,
            clientSecret);
    ScopeRule scopes =
        info.vendor().map(Vendor::scopes).map(ScopeRule::new).orElse(ScopeRule.FROM_METADATA);
    this.web = new WebClient(AddressRules.around(info.url()));
    this.signIn = new SignIn(info.url(), grants, identity, scopes, agent, web, clock);
    this.client =
        new McpClient(
                info.url(),
                new CountedRequests(signIn, counter),
                Optional.empty(),
                TIMEOUT,
                new Pacer(clock, Sleeper.system()))
            .speaking(info.revision());
  }

  SignIn signIn() {
    return signIn;
  }

  McpClient client() {
    return client;
  }

  /**
   * Returns the server's time, to a second; empty if it sends none. A request without a sign-in
   * asks for it.
   */
  Optional<Instant> serverTime(URI url) {
    Optional<String> date =
        web.get(url.resolve("/.well-known/oauth-protected-resource")).headers().firstValue("Date");
    try {
      return date.map(DateTimeFormatter.RFC_1123_DATE_TIME::parse).map(Instant::from);
    } catch (DateTimeException unreadable) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    client.close();
  }
}
