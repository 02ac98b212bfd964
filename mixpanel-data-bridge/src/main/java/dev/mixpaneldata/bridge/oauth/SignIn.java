package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.bridge.client.Authorizer;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Holds a user's sign-in at one server: sends its token, renews it before it ends, and signs in
 * where somebody is there to do so. Thread-safe.
 */
public final class SignIn implements Authorizer {
  /** The first sign-in and two for rights that turn out to be missing. */
  private static final int MOST_SIGN_INS = 3;

  private final URI server;
  private final GrantStore store;
  private final ScopeRule scopes;
  private final Optional<AuthorizationAgent> agent;
  private final WebClient web;
  private final Authorization authorization;
  private final TokenEndpoint tokens;
  private final Clock clock;
  private int signIns;

  /**
   * @param agent who takes the user to the vendor's page; empty where nobody is there
   */
  public SignIn(
      URI server,
      GrantStore store,
      ClientIdentity identity,
      ScopeRule scopes,
      Optional<AuthorizationAgent> agent,
      WebClient web,
      Clock clock) {
    this.server = server;
    this.store = store;
    this.scopes = scopes;
    this.agent = agent;
    this.web = web;
    this.tokens = new TokenEndpoint(web);
    this.authorization = new Authorization(store, new Registrar(identity, web), tokens, clock);
    this.clock = clock;
  }

  @Override
  public Optional<String> header() {
    Optional<String> service = store.read().serviceAccount().map(ServiceAccount::header);
    return service.isPresent() ? service : token().map(token -> "Bearer " + token.reveal());
  }

  /** Returns the access token, renewed if it ends soon; empty if there is none that works. */
  public Optional<Secret> token() {
    Optional<Grant> grant = store.read().grant().filter(g -> !g.ended());
    if (grant.isPresent()
        && grant.get().isExpired(clock.instant())
        && grant.get().refreshToken().isPresent()) {
      grant = renew(grant.get());
    }
    return grant.map(Grant::accessToken);
  }

  @Override
  public synchronized boolean challenged(
      int status, List<String> challenges, Optional<String> sent, int earlier) {
    GrantState state = store.read();
    if (state.serviceAccount().isPresent()) {
      throw new MixpanelDataException(
          status == 401 ? ErrorCode.AUTH_FAILED : ErrorCode.PERMISSION_DENIED,
          server.getHost() + " refuses the service account.",
          "Check its username, its secret and its role in the project.");
    }
    Optional<Grant> grant = state.grant().filter(g -> !g.ended());
    // Somebody else renewed it while the call was under way.
    if (sent.isPresent() && grant.isPresent() && !headerOf(grant.get()).equals(sent.get())) {
      return true;
    }
    Challenge challenge = Challenge.parse(challenges);
    if (status == 403) {
      return challenge.isInsufficientScope() && widened(grant, challenge);
    }
    // A token that was renewed for this very request and is refused is not renewed again.
    boolean renewable = earlier == 0 && grant.flatMap(Grant::refreshToken).isPresent();
    if (agent.isEmpty()) {
      return (renewable && renew(grant.get()).isPresent()) || ended(state);
    }
    Discovery discovery = discover(challenge);
    boolean sameIssuer = grant.filter(g -> g.issuer().equals(discovery.issuer())).isPresent();
    if (sameIssuer && renewable && renew(grant.get()).isPresent()) {
      return true;
    }
    signIn(discovery, scopes.choose(challenge, discovery, List.of()));
    return true;
  }

  /** Signs in anew, whatever is kept, with all scopes on offer. */
  public synchronized void signInAnew() {
    Discovery discovery = discover(Challenge.NONE);
    signIn(discovery, scopes.choose(Challenge.NONE, discovery, List.of()));
  }

  /**
   * Signs in for the vendor's own APIs: with all scopes on offer, and for no certain resource, as
   * Mixpanel's own clients do.
   */
  public synchronized void signInForApis() {
    Discovery discovery = discover(Challenge.NONE);
    List<String> wanted = scopes.choose(Challenge.NONE, discovery, List.of());
    signIn(new Discovery("", discovery.server(), discovery.scopes()), wanted);
  }

  /** What the server's metadata say now. */
  public Discovery discover() {
    return discover(Challenge.NONE);
  }

  /** Asks the vendor to forget the grant; whether the vendor did. */
  public boolean revoke() {
    Optional<Grant> grant = store.read().grant();
    Optional<URI> endpoint = grant.flatMap(Grant::revocationEndpoint);
    if (endpoint.isEmpty()) {
      return false;
    }
    Grant known = grant.get();
    try {
      boolean refresh =
          known.refreshToken().isPresent()
              && tokens.revoke(endpoint.get(), known.registration(), known.refreshToken().get());
      boolean access = tokens.revoke(endpoint.get(), known.registration(), known.accessToken());
      return refresh || access;
    } catch (MixpanelDataException unreachable) {
      return false;
    }
  }

  private boolean widened(Optional<Grant> grant, Challenge challenge) {
    if (agent.isEmpty() || !scopes.permits(challenge.scopes())) {
      throw new MixpanelDataException(
          ErrorCode.PERMISSION_DENIED,
          server.getHost()
              + " requires more rights for this: "
              + TokenEndpoint.printable(String.join(" ", challenge.scopes()))
              + ".",
          scopes.permits(challenge.scopes())
              ? "Connect again to grant them."
              : "They are not requested: this connection only reads.");
    }
    if (signIns >= MOST_SIGN_INS) {
      return false;
    }
    Discovery discovery = discover(challenge);
    List<String> before = grant.map(Grant::requested).orElse(List.of());
    signIn(discovery, scopes.choose(challenge, discovery, before));
    return true;
  }

  private Discovery discover(Challenge challenge) {
    Set<String> known =
        store.read().registrations().stream().map(Registration::issuer).collect(Collectors.toSet());
    return Discovery.of(server, challenge, known, web);
  }

  private void signIn(Discovery discovery, List<String> wanted) {
    if (signIns >= MOST_SIGN_INS) {
      throw new MixpanelDataException(
          ErrorCode.AUTH_FAILED, server.getHost() + " keeps refusing the sign-in.");
    }
    signIns++;
    authorization.run(discovery, wanted, agent.orElseThrow(SignIn::needed));
  }

  private boolean ended(GrantState state) {
    store.exclusively(
        () -> {
          GrantState now = store.read();
          // Whoever signed in meanwhile is not signed out.
          if (now.grant().map(Grant::generation).equals(state.grant().map(Grant::generation))) {
            now.grant().ifPresent(g -> store.write(now.with(g.over())));
          }
          return now;
        });
    throw needed();
  }

  /** The grant with new tokens; empty when the vendor has ended it. */
  private Optional<Grant> renew(Grant stale) {
    return store.exclusively(
        () -> {
          GrantState state = store.read();
          Optional<Grant> current = state.grant().filter(g -> !g.ended());
          if (current.isEmpty() || current.get().generation() != stale.generation()) {
            return current;
          }
          try {
            Grant renewed = current.get().renewed(tokens.refresh(current.get()), clock.instant());
            store.write(state.with(renewed));
            return Optional.of(renewed);
          } catch (TokenEndpoint.Refused e) {
            if (!e.isGrantOver() && !e.isClientUnknown()) {
              throw e;
            }
            GrantState kept = e.isClientUnknown() ? state.without(stale.issuer()) : state;
            store.write(kept.with(current.get().over()));
            return Optional.empty();
          }
        });
  }

  private static String headerOf(Grant grant) {
    return "Bearer " + grant.accessToken().reveal();
  }

  /** Nobody is signed in, and nobody is there to sign in. */
  static MixpanelDataException needed() {
    return new MixpanelDataException(
        ErrorCode.AUTH_FAILED,
        "The sign-in is missing or has ended at the vendor.",
        "Connect again.");
  }
}
