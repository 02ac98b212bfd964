package dev.mixpaneldata.bridge.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.net.AddressRules;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An authorization server as its metadata (RFC 8414 or OpenID discovery) describe it.
 *
 * @param issuer its name; answers and registrations of another are never mixed with its own
 * @param tokenAuthMethods how clients may prove themselves; empty when it is not said
 * @param namesIssuer whether its answers in the browser always name it (RFC 9207)
 * @param takesDocuments whether the address of a metadata document may be a client's id
 */
record ServerMetadata(
    String issuer,
    URI authorizationEndpoint,
    URI tokenEndpoint,
    Optional<URI> registrationEndpoint,
    Optional<URI> revocationEndpoint,
    List<String> tokenAuthMethods,
    List<String> scopes,
    boolean namesIssuer,
    boolean takesDocuments) {

  /** Reads and checks a document. All addresses in it must keep the rules. */
  static ServerMetadata of(JsonNode document, AddressRules rules) {
    List<String> methods = texts(document.path("code_challenge_methods_supported"));
    if (!methods.contains("S256")) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "The authorization server offers no PKCE with S256, so a sign-in would not be safe.",
          "The operator of the server has to change that.");
    }
    return new ServerMetadata(
        document.path("issuer").asText(),
        address(document, "authorization_endpoint", rules).orElseThrow(() -> lacks("authorize")),
        address(document, "token_endpoint", rules).orElseThrow(() -> lacks("token")),
        address(document, "registration_endpoint", rules),
        address(document, "revocation_endpoint", rules),
        texts(document.path("token_endpoint_auth_methods_supported")),
        texts(document.path("scopes_supported")),
        document.path("authorization_response_iss_parameter_supported").asBoolean(false),
        document.path("client_id_metadata_document_supported").asBoolean(false));
  }

  private static Optional<URI> address(JsonNode document, String field, AddressRules rules) {
    String text = document.path(field).asText("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    URI address = Addresses.parse(text);
    rules.check(address);
    return Optional.of(address);
  }

  private static MixpanelDataException lacks(String what) {
    return new MixpanelDataException(
        ErrorCode.BAD_RESPONSE, "The authorization server names no " + what + " endpoint.");
  }

  static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(element -> texts.add(element.asText()));
    return List.copyOf(texts);
  }
}
