package dev.mixpaneldata.http;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/**
 * The hosts of calls: those of a region, or one other origin with the usual paths, for proxies,
 * tests and the demo.
 *
 * @param region the region whose hosts are used unless there is an override
 * @param override the other origin, without a slash at its end; plain http is allowed, since the
 *     user chose it, while Mixpanel itself accepts https only
 */
public record Endpoints(Region region, Optional<URI> override) {
  /** Returns the hosts of a region. */
  public static Endpoints of(Region region) {
    return new Endpoints(region, Optional.empty());
  }

  /**
   * Returns one origin for every API, such as {@code http://localhost:8080}; it may have a path.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not an origin
   */
  public static Endpoints at(Region region, String origin) {
    return new Endpoints(region, Optional.of(parse(origin)));
  }

  /**
   * Reads an origin, for instance the text of {@code MP_API_BASE_URL}.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} unless it is http or https, without a
   *     user name and a query
   */
  public static URI parse(String origin) {
    String text = origin.strip().replaceAll("/+$", "");
    URI uri;
    try {
      uri = URI.create(text);
    } catch (IllegalArgumentException e) {
      throw refused(origin);
    }
    String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
    boolean web = scheme.equals("http") || scheme.equals("https");
    // User information would be a secret in a text that is shown; a query would swallow ours.
    if (!web || uri.getHost() == null || uri.getRawUserInfo() != null) {
      throw refused(origin);
    }
    if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
      throw refused(origin);
    }
    return uri;
  }

  private static MixpanelDataException refused(String origin) {
    String shown = origin.replaceAll("//[^/]*@", "//").replaceAll("([?#]).*", "$1…");
    return MixpanelDataException.invalidArgument(
        "The base URL '" + shown + "' cannot be used.",
        "Give scheme, host and port without a user name, such as https://proxy.example.com:8443.");
  }

  /** Returns the address with which the paths of an API begin. */
  public String base(ApiFamily family) {
    return override.map(URI::toString).orElseGet(() -> family.origin(region)) + family.basePath();
  }
}
