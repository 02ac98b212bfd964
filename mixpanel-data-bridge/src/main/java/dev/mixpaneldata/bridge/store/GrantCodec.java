package dev.mixpaneldata.bridge.store;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.oauth.Grant;
import dev.mixpaneldata.bridge.oauth.GrantState;
import dev.mixpaneldata.bridge.oauth.Registration;
import dev.mixpaneldata.bridge.oauth.ServiceAccount;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.internal.json.Mappers;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Grants as JSON and back. The text holds every secret in clear and is only ever sealed. */
final class GrantCodec {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private GrantCodec() {}

  static String write(GrantState state) {
    ObjectNode root = NODES.objectNode();
    ArrayNode registrations = root.putArray("registrations");
    state.registrations().forEach(r -> registrations.add(write(r)));
    state.grant().ifPresent(g -> root.set("grant", write(g)));
    state
        .serviceAccount()
        .ifPresent(
            a ->
                root.putObject("service_account")
                    .put("username", a.username())
                    .put("secret", a.secret().reveal()));
    return root.toString();
  }

  static GrantState read(String text) {
    JsonNode root = Mappers.read(text);
    List<Registration> registrations = new ArrayList<>();
    root.path("registrations").forEach(r -> registrations.add(registration(r)));
    return new GrantState(
        registrations,
        optional(root.path("grant")).map(GrantCodec::grant),
        optional(root.path("service_account"))
            .map(
                a ->
                    new ServiceAccount(
                        a.path("username").asText(), Secret.of(a.path("secret").asText()))));
  }

  private static ObjectNode write(Registration r) {
    ObjectNode node = NODES.objectNode();
    node.put("issuer", r.issuer())
        .put("client_id", r.clientId())
        .put("method", r.authMethod())
        .put("redirect_uri", r.redirectUri());
    r.clientSecret().ifPresent(s -> node.put("client_secret", s.reveal()));
    return node;
  }

  private static Registration registration(JsonNode r) {
    return new Registration(
        r.path("issuer").asText(),
        r.path("client_id").asText(),
        text(r, "client_secret").map(Secret::of),
        r.path("method").asText(),
        r.path("redirect_uri").asText());
  }

  private static ObjectNode write(Grant g) {
    ObjectNode node = NODES.objectNode();
    node.put("resource", g.resource())
        .put("issuer", g.issuer())
        .put("token_endpoint", g.tokenEndpoint().toString())
        .put("access_token", g.accessToken().reveal())
        .put("obtained_at", g.obtainedAt().toString())
        .put("generation", g.generation())
        .put("ended", g.ended());
    node.set("registration", write(g.registration()));
    g.revocationEndpoint().ifPresent(u -> node.put("revocation_endpoint", u.toString()));
    g.refreshToken().ifPresent(s -> node.put("refresh_token", s.reveal()));
    g.expiresAt().ifPresent(t -> node.put("expires_at", t.toString()));
    node.set("requested", texts(g.requested()));
    node.set("granted", texts(g.granted()));
    node.set("offered", texts(g.offered()));
    return node;
  }

  private static Grant grant(JsonNode g) {
    return new Grant(
        g.path("resource").asText(),
        g.path("issuer").asText(),
        registration(g.path("registration")),
        URI.create(g.path("token_endpoint").asText()),
        text(g, "revocation_endpoint").map(URI::create),
        texts(g.path("requested")),
        texts(g.path("granted")),
        texts(g.path("offered")),
        Secret.of(g.path("access_token").asText()),
        text(g, "refresh_token").map(Secret::of),
        text(g, "expires_at").map(Instant::parse),
        Instant.parse(g.path("obtained_at").asText()),
        g.path("generation").asLong(),
        g.path("ended").asBoolean());
  }

  private static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(t -> texts.add(t.asText()));
    return texts;
  }

  private static Optional<JsonNode> optional(JsonNode node) {
    return node.isObject() ? Optional.of(node) : Optional.empty();
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.ofNullable(node.path(field).textValue());
  }
}
