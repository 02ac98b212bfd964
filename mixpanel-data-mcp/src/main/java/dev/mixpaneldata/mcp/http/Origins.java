package dev.mixpaneldata.mcp.http;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out. A page may send requests to this machine under a name of its own (DNS
 * rebinding), so the names are looked at: {@code Host} must be this machine where only this machine
 * is served, and {@code Origin}, which browsers send, must be local or the host itself.
 */
final class Origins {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  private Origins() {}

  static void check(HttpServletRequest request, boolean open) {
    String host = request.getServerName();
    if (!open && !LOCAL.contains(host)) {
      throw new Refusal(403, "The host '" + host + "' is not this machine");
    }
    String origin = request.getHeader("Origin");
    if (origin != null && !allowed(origin, host)) {
      throw new Refusal(403, "The origin '" + origin + "' is not allowed");
    }
  }

  private static boolean allowed(String origin, String host) {
    String name = hostOf(origin);
    return name != null && (LOCAL.contains(name) || name.equals(host));
  }

  private static @Nullable String hostOf(String origin) {
    try {
      return URI.create(origin).getHost();
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
