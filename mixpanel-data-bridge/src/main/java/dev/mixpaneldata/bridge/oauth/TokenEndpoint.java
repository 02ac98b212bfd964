package dev.mixpaneldata.bridge.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.net.HttpReply;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Exchanges codes and refresh tokens, and revokes. */
final class TokenEndpoint {
  private final WebClient web;

  TokenEndpoint(WebClient web) {
    this.web = web;
  }

  /** A refusal by its name in RFC 6749, such as {@code invalid_grant}. */
  static final class Refused extends MixpanelDataException {
    private static final long serialVersionUID = 1L;

    private final String error;

    Refused(String error, String description) {
      super(
          ErrorCode.AUTH_FAILED,
          "The authorization server refuses: "
              + error
              + (description.isEmpty() ? "." : " (" + description + ")."));
      this.error = error;
    }

    boolean isGrantOver() {
      return error.equals("invalid_grant");
    }

    boolean isClientUnknown() {
      return error.equals("invalid_client") || error.equals("unauthorized_client");
    }
  }

  Tokens exchange(
      URI endpoint, Registration client, String code, Pkce pkce, String redirect, String resource) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "authorization_code");
    form.put("code", code);
    form.put("redirect_uri", redirect);
    form.put("code_verifier", pkce.verifier());
    putResource(form, resource);
    return ask(endpoint, client, form);
  }

  Tokens refresh(Grant grant) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("grant_type", "refresh_token");
    form.put("refresh_token", grant.refreshToken().orElseThrow().reveal());
    putResource(form, grant.resource());
    return ask(grant.tokenEndpoint(), grant.registration(), form);
  }

  /** A sign-in for the vendor's own APIs is for no certain resource. */
  private static void putResource(Map<String, String> form, String resource) {
    if (!resource.isEmpty()) {
      form.put("resource", resource);
    }
  }

  /** Asks the server to forget a token; whether it did. */
  boolean revoke(URI endpoint, Registration client, Secret token) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("token", token.reveal());
    return web.postForm(endpoint, form, authenticate(client, form)).succeeded();
  }

  private Tokens ask(URI endpoint, Registration client, Map<String, String> form) {
    HttpReply reply = web.postForm(endpoint, form, authenticate(client, form));
    Optional<JsonNode> answer = reply.object();
    if (reply.succeeded() && answer.isPresent()) {
      return Tokens.of(answer.get());
    }
    String error = answer.map(a -> a.path("error").asText("")).orElse("");
    if (reply.status() / 100 == 4 && !error.isEmpty() && reply.status() != 429) {
      throw new Refused(
          printable(error),
          printable(answer.map(a -> a.path("error_description").asText("")).orElse("")));
    }
    // The body could repeat what was sent, so it is not shown.
    throw new MixpanelDataException(
        reply.status() == 429 ? ErrorCode.RATE_LIMITED : ErrorCode.SERVER_ERROR,
        endpoint.getHost() + " answered a request for tokens with " + reply.status() + ".",
        "The sign-in is kept. Try again later.");
  }

  /** Adds the client's id and secret where the server wants them; gives the header, if any. */
  private static Optional<String> authenticate(Registration client, Map<String, String> form) {
    String secret = client.clientSecret().map(Secret::reveal).orElse("");
    if (client.authMethod().equals("client_secret_basic")) {
      String pair = WebClient.encode(client.clientId()) + ":" + WebClient.encode(secret);
      return Optional.of(
          "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
    }
    form.put("client_id", client.clientId());
    if (client.authMethod().equals("client_secret_post")) {
      form.put("client_secret", secret);
    }
    return Optional.empty();
  }

  /** One short line: the text is the server's and must not steer a terminal. */
  static String printable(String text) {
    String line = text.replaceAll("\\p{Cntrl}+", " ").strip();
    return line.length() > 200 ? line.substring(0, 200) + "…" : line;
  }
}
