package dev.mixpaneldata.testkit.endpoint;

import java.util.Set;

/**
 * The route to an endpoint.
 *
 * @param methods the HTTP methods it accepts
 * @param path the whole path; a segment {@code *} stands for any one segment
 * @param family the family whose limits and errors apply
 * @param endpoint the endpoint that answers
 */
public record Route(Set<String> methods, String path, Family family, Endpoint endpoint) {

  private static final String ANY = "*";

  /** Copies the methods. */
  public Route {
    methods = Set.copyOf(methods);
  }

  /** Returns a route for GET alone. */
  static Route get(String path, Family family, Endpoint endpoint) {
    return new Route(Set.of("GET"), path, family, endpoint);
  }

  /** A route for POST alone. */
  static Route post(String path, Family family, Endpoint endpoint) {
    return new Route(Set.of("POST"), path, family, endpoint);
  }

  /** A route for GET and POST. */
  static Route getOrPost(String path, Family family, Endpoint endpoint) {
    return new Route(Set.of("GET", "POST"), path, family, endpoint);
  }

  /** Returns whether a path matches this route. */
  boolean leadsTo(String requested) {
    String[] wanted = path.split("/");
    String[] given = requested.split("/");
    if (wanted.length != given.length) {
      return false;
    }
    for (int index = 0; index < wanted.length; index++) {
      if (!wanted[index].equals(ANY) && !wanted[index].equals(given[index])) {
        return false;
      }
    }
    return true;
  }
}
