package dev.mixpaneldata.bridge.oauth;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.net.HttpReply;
import dev.mixpaneldata.bridge.net.WebClient;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the server's metadata say about signing in.
 *
 * @param resource the name under which tokens are asked for (RFC 8707): the server's address, or
 *     its origin; empty for tokens that are for no certain resource
 * @param scopes the scopes of the resource; empty when it names none
 */
public record Discovery(String resource, ServerMetadata server, List<String> scopes) {
  private static final Logger LOG = LoggerFactory.getLogger(SignIn.class);

  /** The name of the authorization server. */
  public String issuer() {
    return server.issuer();
  }

  /** All scopes that are on offer: those of the resource, or those of the authorization server. */
  public List<String> offered() {
    return scopes.isEmpty() ? server.scopes() : scopes;
  }

  /**
   * Reads the metadata.
   *
   * @param known authorization servers where this client is registered; preferred where the
   *     resource names several
   */
  public static Discovery of(URI mcp, Challenge challenge, Set<String> known, WebClient web) {
    Optional<JsonNode> document = resourceDocument(mcp, challenge, web);
    if (document.isEmpty()) {
      // Servers of the first revisions have no such document and are their own issuer.
      String origin = Addresses.origin(mcp);
      return new Discovery(mcp.toString(), serverMetadata(origin, web), List.of());
    }
    String resource = document.get().path("resource").asText("");
    if (!Addresses.covers(Addresses.parse(resource), mcp)) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "The metadata of " + mcp + " name another resource: " + resource + ".",
          "Somebody may want a token for a server that you did not choose. Check the address.");
    }
    List<String> issuers =
        new ArrayList<>(ServerMetadata.texts(document.get().path("authorization_servers")));
    if (issuers.isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "The metadata of " + mcp + " name no authorization server.");
    }
    String issuer = issuers.stream().filter(known::contains).findFirst().orElse(issuers.get(0));
    return new Discovery(
        resource,
        serverMetadata(issuer, web),
        ServerMetadata.texts(document.get().path("scopes_supported")));
  }

  private static Optional<JsonNode> resourceDocument(URI mcp, Challenge challenge, WebClient web) {
    List<URI> places =
        challenge
            .resourceMetadata()
            .map(Addresses::parse)
            .map(List::of)
            .orElseGet(() -> Addresses.resourceMetadata(mcp));
    return firstDocument(places, web, "authorization_servers");
  }

  private static ServerMetadata serverMetadata(String issuer, WebClient web) {
    URI name = Addresses.parse(issuer);
    web.rules().check(name);
    JsonNode document =
        firstDocument(Addresses.serverMetadata(name), web, "token_endpoint")
            .orElseThrow(
                () ->
                    new MixpanelDataException(
                        ErrorCode.BAD_RESPONSE,
                        "The authorization server " + issuer + " has no metadata.",
                        "Check the address that you connect to."));
    // A document of another issuer could send the code, and with it the token, to a stranger.
    if (!document.path("issuer").asText("").equals(issuer)) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE,
          "The metadata of the authorization server "
              + issuer
              + " names another: "
              + document.path("issuer").asText("")
              + ".",
          "The sign-in was stopped before a browser opened.");
    }
    return ServerMetadata.of(document, web.rules());
  }

  private static Optional<JsonNode> firstDocument(List<URI> places, WebClient web, String needed) {
    for (URI place : places) {
      HttpReply reply = web.get(place);
      Optional<JsonNode> found =
          reply.succeeded() ? reply.object().filter(d -> d.has(needed)) : Optional.empty();
      LOG.debug("{} answered {}", place, reply.status());
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }
}
