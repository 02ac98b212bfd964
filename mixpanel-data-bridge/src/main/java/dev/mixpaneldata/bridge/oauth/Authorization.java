package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The authorization code flow: to the vendor's page, back with a code, and the code for tokens. */
final class Authorization {
  private final GrantStore store;
  private final Registrar registrar;
  private final TokenEndpoint tokens;
  private final Clock clock;

  Authorization(GrantStore store, Registrar registrar, TokenEndpoint tokens, Clock clock) {
    this.store = store;
    this.registrar = registrar;
    this.tokens = tokens;
    this.clock = clock;
  }

  /** Signs in and keeps the grant. A registration that the server has forgotten is made anew. */
  void run(Discovery discovery, List<String> scopes, AuthorizationAgent agent) {
    try {
      attempt(discovery, scopes, agent);
    } catch (TokenEndpoint.Refused e) {
      boolean ours = store.read().registration(discovery.issuer()).isPresent();
      if (!e.isClientUnknown() || !ours) {
        throw e;
      }
      store.write(store.read().without(discovery.issuer()));
      attempt(discovery, scopes, agent);
    }
  }

  private void attempt(Discovery discovery, List<String> scopes, AuthorizationAgent agent) {
    Optional<Registration> known = store.read().registration(discovery.issuer());
    Optional<String> before = known.map(Registration::redirectUri).filter(u -> !u.isEmpty());
    try (AuthorizationAgent.Visit visit = agent.prepare(before)) {
      Registration client = registration(discovery, scopes, visit.redirectUri());
      Pkce pkce = Pkce.create();
      String state = Pkce.randomText();
      URI page = page(discovery, client, scopes, visit.redirectUri(), pkce, state);
      Map<String, String> answer = visit.authorize(page, state);
      String code = code(answer, state, discovery.server());
      Tokens granted =
          tokens.exchange(
              discovery.server().tokenEndpoint(),
              client,
              code,
              pkce,
              visit.redirectUri(),
              discovery.resource());
      keep(discovery, client, scopes, granted);
    }
  }

  private Registration registration(Discovery discovery, List<String> scopes, String redirect) {
    GrantState state = store.read();
    Optional<Registration> known =
        state
            .registration(discovery.issuer())
            .filter(r -> r.redirectUri().isEmpty() || r.redirectUri().equals(redirect));
    if (known.isPresent()) {
      return known.get();
    }
    Registration made = registrar.register(discovery, redirect, scopes);
    store.write(store.read().with(made));
    return made;
  }

  private static URI page(
      Discovery discovery,
      Registration client,
      List<String> scopes,
      String redirect,
      Pkce pkce,
      String state) {
    Map<String, String> query = new LinkedHashMap<>();
    query.put("response_type", "code");
    query.put("client_id", client.clientId());
    query.put("redirect_uri", redirect);
    if (!scopes.isEmpty()) {
      query.put("scope", String.join(" ", scopes));
    }
    query.put("state", state);
    query.put("code_challenge", pkce.challenge());
    query.put("code_challenge_method", "S256");
    if (!discovery.resource().isEmpty()) {
      query.put("resource", discovery.resource());
    }
    URI endpoint = discovery.server().authorizationEndpoint();
    String separator = endpoint.getRawQuery() == null ? "?" : "&";
    return URI.create(endpoint + separator + WebClient.encode(query));
  }

  /** The code of an answer that is this server's and belongs to this visit. */
  private static String code(Map<String, String> answer, String state, ServerMetadata server) {
    if (!same(answer.getOrDefault("state", ""), state)) {
      throw refused("The answer belongs to another sign-in.");
    }
    // Compared to the letter (RFC 9207), before anything else of the answer is believed.
    String issuer = answer.getOrDefault("iss", "");
    if (issuer.isEmpty() ? server.namesIssuer() : !issuer.equals(server.issuer())) {
      throw refused("The answer comes from another authorization server than was asked.");
    }
    if (answer.containsKey("error")) {
      String error = TokenEndpoint.printable(answer.get("error"));
      throw new MixpanelDataException(
          error.equals("access_denied") ? ErrorCode.DECLINED : ErrorCode.AUTH_FAILED,
          "The vendor did not grant access: "
              + error
              + " "
              + TokenEndpoint.printable(answer.getOrDefault("error_description", "")),
          "Sign in to the vendor with a user who may see the project, and connect again.");
    }
    String code = answer.getOrDefault("code", "");
    if (code.isEmpty()) {
      throw refused("The answer holds no code.");
    }
    return code;
  }

  private static boolean same(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }

  private void keep(Discovery discovery, Registration client, List<String> scopes, Tokens granted) {
    store.exclusively(
        () -> {
          GrantState state = store.read();
          Instant now = clock.instant();
          long generation = state.grant().map(Grant::generation).orElse(0L) + 1;
          store.write(
              state.with(
                  new Grant(
                      discovery.resource(),
                      discovery.issuer(),
                      client,
                      discovery.server().tokenEndpoint(),
                      discovery.server().revocationEndpoint(),
                      scopes,
                      granted.scopes().isEmpty() ? scopes : granted.scopes(),
                      discovery.offered(),
                      granted.accessToken(),
                      granted.refreshToken(),
                      granted.expiresAt(now),
                      now,
                      generation,
                      false)));
          return generation;
        });
  }

  private static MixpanelDataException refused(String why) {
    return new MixpanelDataException(
        ErrorCode.AUTH_FAILED, "The sign-in was stopped. " + why, "Connect again.");
  }
}
