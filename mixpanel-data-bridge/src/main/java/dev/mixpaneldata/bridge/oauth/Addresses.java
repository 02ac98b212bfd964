package dev.mixpaneldata.bridge.oauth;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.List;
import java.util.stream.Stream;

/** The addresses under which metadata are looked for. */
final class Addresses {
  private static final String RESOURCE = "/.well-known/oauth-protected-resource";
  private static final String SERVER = "/.well-known/oauth-authorization-server";
  private static final String OPENID = "/.well-known/openid-configuration";

  private Addresses() {}

  static URI parse(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException e) {
      throw new MixpanelDataException(
          ErrorCode.BAD_RESPONSE, "The metadata has an address that is not valid.", null, e);
    }
  }

  /** Scheme, host and port. */
  static String origin(URI address) {
    return address.getScheme() + "://" + address.getRawAuthority();
  }

  /** RFC 9728: with the path of the server, then without. */
  static List<URI> resourceMetadata(URI server) {
    String path = path(server);
    return Stream.of(RESOURCE + path, RESOURCE)
        .distinct()
        .map(found -> URI.create(origin(server) + found))
        .toList();
  }

  /** RFC 8414 and OpenID discovery; an issuer with a path never at the root. */
  static List<URI> serverMetadata(URI issuer) {
    String path = path(issuer);
    return Stream.of(SERVER + path, OPENID + path, path + OPENID)
        .distinct()
        .map(found -> URI.create(origin(issuer) + found))
        .toList();
  }

  /** Whether a resource is the server itself or stands above it on the same origin. */
  static boolean covers(URI resource, URI server) {
    if (!origin(resource).equalsIgnoreCase(origin(server)) || resource.getRawQuery() != null) {
      return false;
    }
    String above = path(resource);
    String below = path(server);
    return below.equals(above) || below.startsWith(above + "/");
  }

  private static String path(URI address) {
    String path = address.getRawPath() == null ? "" : address.getRawPath();
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }
}
