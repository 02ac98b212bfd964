package dev.mixpaneldata.bridge.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.net.HttpReply;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.List;
import java.util.Optional;

/** Gives this client an id: one it was given, the address of its document, or a new one. */
final class Registrar {
  private static final List<String> METHODS =
      List.of("none", "client_secret_basic", "client_secret_post");

  private final ClientIdentity identity;
  private final WebClient web;

  Registrar(ClientIdentity identity, WebClient web) {
    this.identity = identity;
    this.web = web;
  }

  Registration register(Discovery discovery, String redirectUri, List<String> scopes) {
    ServerMetadata server = discovery.server();
    if (identity.clientId().isPresent()) {
      boolean secret = identity.clientSecret().isPresent();
      return new Registration(
          server.issuer(),
          identity.clientId().get(),
          identity.clientSecret(),
          secret ? secretMethod(server.tokenAuthMethods()) : "none",
          "");
    }
    if (server.takesDocuments() && identity.document().isPresent()) {
      return new Registration(
          server.issuer(), identity.document().get(), Optional.empty(), "none", "");
    }
    if (server.registrationEndpoint().isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.AUTH_FAILED,
          server.issuer() + " does not let clients register themselves.",
          "Ask its operator for a client id and connect again with it.");
    }
    return registerAnew(server, redirectUri, scopes);
  }

  private Registration registerAnew(
      ServerMetadata server, String redirectUri, List<String> scopes) {
    String wanted = method(server.tokenAuthMethods());
    ObjectNode form = JsonNodeFactory.instance.objectNode();
    form.put("client_name", identity.name());
    form.putArray("redirect_uris").add(redirectUri);
    form.putArray("grant_types").add("authorization_code").add("refresh_token");
    form.putArray("response_types").add("code");
    form.put("token_endpoint_auth_method", wanted);
    form.put("application_type", "native");
    if (!scopes.isEmpty()) {
      form.put("scope", String.join(" ", scopes));
    }
    HttpReply reply = web.postJson(server.registrationEndpoint().orElseThrow(), form.toString());
    Optional<JsonNode> answer = reply.succeeded() ? reply.object() : Optional.empty();
    String id = answer.map(a -> a.path("client_id").asText("")).orElse("");
    if (reply.status() == 429) {
      throw new MixpanelDataException(
          ErrorCode.RATE_LIMITED,
          server.issuer() + " accepts no more registrations now.",
          "Try again in "
              + reply
                  .headers()
                  .firstValue("Retry-After")
                  .map(s -> s + " seconds.")
                  .orElse("an hour."));
    }
    if (id.isEmpty()) {
      throw reply.unexpected("This client could not be registered");
    }
    Optional<Secret> secret =
        answer
            .map(a -> a.path("client_secret").asText(""))
            .filter(text -> !text.isEmpty())
            .map(Secret::of);
    String told = answer.map(a -> a.path("token_endpoint_auth_method").asText("")).orElse("");
    String method = METHODS.contains(told) ? told : wanted;
    return new Registration(
        server.issuer(), id, secret, secret.isEmpty() ? "none" : method, redirectUri);
  }

  private static String method(List<String> offered) {
    return offered.isEmpty()
        ? "none"
        : METHODS.stream()
            .filter(offered::contains)
            .findFirst()
            .orElseThrow(
                () ->
                    new MixpanelDataException(
                        ErrorCode.AUTH_FAILED,
                        "The authorization server requires clients to authenticate with "
                            + String.join(" or ", offered)
                            + ", which is not possible here."));
  }

  private static String secretMethod(List<String> offered) {
    return offered.contains("client_secret_basic") || offered.isEmpty()
        ? "client_secret_basic"
        : "client_secret_post";
  }
}
