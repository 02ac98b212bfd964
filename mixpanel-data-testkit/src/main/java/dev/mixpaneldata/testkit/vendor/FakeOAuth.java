package dev.mixpaneldata.testkit.vendor;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Body;
import dev.mixpaneldata.testkit.http.Parameters;
import dev.mixpaneldata.testkit.http.Request;
import dev.mixpaneldata.testkit.vendor.FakeVendor.Kind;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The vendor's authorization server: metadata, registration, consent, tokens and revocation. */
final class FakeOAuth {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final List<String> MIXPANEL_SCOPES =
      List.of(
          "projects",
          "analysis",
          "events",
          "insights",
          "segmentation",
          "retention",
          "data:read",
          "funnels",
          "flows",
          "data_definitions");

  private final Kind kind;
  private final List<String> scopes = new ArrayList<>();
  private final Set<String> clients = new HashSet<>();
  private final Map<String, Parameters> codes = new HashMap<>();
  private final Set<String> access = new HashSet<>();
  private final Map<String, String> refresh = new HashMap<>();
  private final List<String> secrets = new ArrayList<>();
  private String mcp = "";
  private String login = "";
  private long life = 36_000;
  private int refreshes;
  private boolean revoked;

  FakeOAuth(Kind kind) {
    this.kind = kind;
    scopes.addAll(kind == Kind.MIXPANEL ? MIXPANEL_SCOPES : List.of("mcp:read", "mcp:write"));
  }

  void at(URI mcpOrigin, URI loginOrigin) {
    mcp = mcpOrigin.toString();
    login = loginOrigin.toString();
  }

  synchronized void expireTokens() {
    access.clear();
  }

  synchronized void endGrants() {
    access.clear();
    refresh.clear();
  }

  synchronized void tokensLive(long seconds) {
    life = seconds;
  }

  synchronized void addScope(String scope) {
    scopes.add(scope);
  }

  synchronized int refreshes() {
    return refreshes;
  }

  synchronized int registrations() {
    return clients.size();
  }

  synchronized boolean wasRevoked() {
    return revoked;
  }

  synchronized List<String> secrets() {
    return List.copyOf(secrets);
  }

  synchronized boolean accepts(String token) {
    return access.contains(token);
  }

  /** Returns the refusal of a request without a valid token; empty if its token is valid. */
  synchronized Optional<Answer> refusal(Request request) {
    String header = request.header("Authorization").orElse("");
    boolean serviceAccount =
        kind == Kind.MIXPANEL
            && header.equals("Bearer Basic " + base64("svc.1234.mp-service-account:hush"));
    if (serviceAccount
        || header.startsWith("Bearer ") && access.contains(header.substring("Bearer ".length()))) {
      return Optional.empty();
    }
    String challenge =
        kind == Kind.MIXPANEL
            ? "Bearer error=\"invalid_token\", error_description=\"Authentication failed. The token"
                + " is invalid, expired, or revoked. To resolve: re-register, and obtain new"
                + " tokens\", resource_metadata=\""
                + mcp
                + "/.well-known/oauth-protected-resource/mcp\""
            : "Bearer realm=\"OAuth\", resource_metadata=\""
                + mcp
                + "/.well-known/oauth-protected-resource\", error=\"invalid_request\","
                + " error_description=\"Missing authorization header\"";
    return Optional.of(
        Answer.json(401, "{\"error\":\"invalid_token\"}")
            .withHeader("WWW-Authenticate", challenge));
  }

  synchronized Answer answer(Request request) {
    boolean mixpanel = kind == Kind.MIXPANEL;
    String resource = "/.well-known/oauth-protected-resource" + (mixpanel ? "/mcp" : "");
    String server = "/.well-known/oauth-authorization-server" + (mixpanel ? "/mcp" : "");
    String path = request.path();
    if (path.equals(resource)) {
      return json(resourceMetadata());
    }
    if (path.equals(server)) {
      return json(serverMetadata());
    }
    return switch (path) {
      case "/oauth/mcp/register/", "/register" -> register(request);
      case "/oauth/authorize", "/authorize" -> authorize(request);
      case "/oauth/token/", "/token" -> token(Parameters.decode(request.bodyText()));
      case "/revoke" -> revoke(Parameters.decode(request.bodyText()));
      default -> Answer.text(404, "Not Found");
    };
  }

  private String issuer() {
    return kind == Kind.MIXPANEL ? mcp + "/mcp" : mcp;
  }

  private ObjectNode resourceMetadata() {
    ObjectNode document = NODES.objectNode();
    document.put("resource", issuer());
    document.putArray("authorization_servers").add(issuer());
    scopes(document, scopes);
    document.putArray("bearer_methods_supported").add("header");
    return document;
  }

  private ObjectNode serverMetadata() {
    boolean mixpanel = kind == Kind.MIXPANEL;
    ObjectNode document = NODES.objectNode();
    document.put("issuer", issuer());
    document.put("authorization_endpoint", login + (mixpanel ? "/oauth/authorize" : "/authorize"));
    document.put("token_endpoint", login + (mixpanel ? "/oauth/token/" : "/token"));
    document.put(
        "registration_endpoint", login + (mixpanel ? "/oauth/mcp/register/" : "/register"));
    if (!mixpanel) {
      document.put("revocation_endpoint", login + "/revoke");
    }
    List<String> offered = new ArrayList<>(scopes);
    if (!mixpanel) {
      offered.add("offline_access");
    }
    scopes(document, offered);
    document.putArray("response_types_supported").add("code");
    document.putArray("code_challenge_methods_supported").add("S256");
    document
        .putArray("token_endpoint_auth_methods_supported")
        .add("client_secret_post")
        .add("none");
    return document;
  }

  private Answer register(Request request) {
    JsonNode form = Mappers.read(request.bodyText());
    String redirect = form.path("redirect_uris").path(0).asText();
    if (!redirect.matches("http://localhost:[0-9]+/.*")) {
      return error("invalid_redirect_uri");
    }
    String client = "client-" + UUID.randomUUID();
    clients.add(client);
    ObjectNode answer = ((ObjectNode) form).deepCopy();
    answer.put("client_id", client);
    return Answer.json(201, answer.toString());
  }

  /** Serves the page on which the user agrees: at once, without a question. */
  private Answer authorize(Request request) {
    if (!clients.contains(request.parameter("client_id").orElse(""))
        || !request.parameter("code_challenge_method").orElse("").equals("S256")
        || !request.parameter("resource").orElse(issuer()).equals(issuer())) {
      return Answer.text(400, "This request cannot be understood.");
    }
    String code = fresh("code-");
    codes.put(code, request.query());
    String location =
        request.parameter("redirect_uri").orElse("")
            + "?code="
            + code
            + "&state="
            + URLEncoder.encode(request.parameter("state").orElse(""), StandardCharsets.UTF_8);
    return new Answer(302, Map.of("Location", location), Body.of(""));
  }

  private Answer token(Parameters form) {
    String client = form.first("client_id").orElse("");
    if (!clients.contains(client)) {
      return error("invalid_client");
    }
    if (form.first("grant_type").orElse("").equals("refresh_token")) {
      return refreshed(form.first("refresh_token").orElse(""));
    }
    Parameters asked = codes.remove(form.first("code").orElse(""));
    if (asked == null) {
      return error("invalid_grant");
    }
    boolean proven =
        asked.first("client_id").equals(Optional.of(client))
            && asked.first("redirect_uri").equals(form.first("redirect_uri"))
            && asked
                .first("code_challenge")
                .equals(Optional.of(challenge(form.first("code_verifier").orElse(""))));
    if (!proven) {
      return error("invalid_grant");
    }
    String scope = asked.first("scope").orElse("");
    String renewal = fresh("refresh-");
    refresh.put(renewal, scope);
    return json(tokens(scope).put("refresh_token", renewal));
  }

  private Answer refreshed(String token) {
    String scope = refresh.get(token);
    if (scope == null) {
      // Mixpanel answers 401 here, without a challenge.
      return kind == Kind.MIXPANEL
          ? Answer.json(401, "{\"error\":\"invalid_grant\"}")
          : error("invalid_grant");
    }
    refreshes++;
    ObjectNode answer = tokens(scope);
    if (kind == Kind.MIXPANEL) {
      refresh.remove(token);
      String next = fresh("refresh-");
      refresh.put(next, scope);
      answer.put("refresh_token", next);
    }
    return json(answer);
  }

  private Answer revoke(Parameters form) {
    String token = form.first("token").orElse("");
    boolean wasRefresh = refresh.remove(token) != null;
    revoked |= access.remove(token) || wasRefresh;
    return Answer.json(200, "{}");
  }

  private ObjectNode tokens(String scope) {
    String token = fresh("access-");
    access.add(token);
    return NODES
        .objectNode()
        .put("access_token", token)
        .put("token_type", "Bearer")
        .put("expires_in", life)
        .put("scope", scope);
  }

  private String fresh(String kindOfSecret) {
    String secret = kindOfSecret + UUID.randomUUID();
    secrets.add(secret);
    return secret;
  }

  private static Answer json(ObjectNode document) {
    return Answer.json(200, document.toString());
  }

  private static Answer error(String name) {
    return Answer.json(400, "{\"error\":\"" + name + "\"}");
  }

  private static void scopes(ObjectNode document, List<String> scopes) {
    ArrayNode list = document.putArray("scopes_supported");
    scopes.forEach(list::add);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(
              MessageDigest.getInstance("SHA-256")
                  .digest(verifier.getBytes(StandardCharsets.US_ASCII)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
