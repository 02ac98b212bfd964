package dev.mixpaneldata.mcp.http;

import java.net.URI;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The check that keeps web pages out. A page may send requests to this machine under a name of its
 * own (DNS rebinding), so the names are checked. {@code Host} must be this machine if only this
 * machine is served, and {@code Origin}, which browsers send, must be local or the host itself.
 * Pictures and similar content that a page loads come without an origin; browsers mark them in
 * other headers.
 */
public final class AllowedOrigins {
  private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

  /** The values that browsers send for pages of this server, and for addresses that people type. */
  private static final Set<String> OWN_SITES = Set.of("same-origin", "none");

  private AllowedOrigins() {}

  /**
   * Refuses a request that a page of another site may have sent.
   *
   * @param host the name in {@code Host}, without the port
   * @param header returns a header of the request, or null
   * @param open whether others than this machine can reach the server
   * @throws Refusal with status 403
   */
  public static void check(String host, Function<String, @Nullable String> header, boolean open) {
    if (!open && !LOCAL.contains(host)) {
      throw new Refusal(403, "The host '" + host + "' is not this machine");
    }
    String origin = header.apply("Origin");
    if (origin != null && !allowed(origin, host)) {
      throw new Refusal(403, "The origin '" + origin + "' is not allowed");
    }
    if (origin == null && isOfAPage(header)) {
      throw new Refusal(403, "Web pages cannot use this server");
    }
  }

  /**
   * Returns whether a page of another site made the browser send the request, to show its content.
   */
  private static boolean isOfAPage(Function<String, @Nullable String> header) {
    String site = header.apply("Sec-Fetch-Site");
    String accepted = header.apply("Accept");
    return site != null && !OWN_SITES.contains(site.toLowerCase(Locale.ROOT))
        || accepted != null && accepted.toLowerCase(Locale.ROOT).startsWith("image/");
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
