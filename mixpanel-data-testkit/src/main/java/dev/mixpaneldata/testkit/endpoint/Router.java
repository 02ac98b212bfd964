package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.testkit.http.Answer;
import dev.mixpaneldata.testkit.http.Request;
import java.util.List;
import java.util.Optional;

/** A router that finds the endpoint of a request and words its refusals. Immutable. */
public final class Router {

  private static final String QUERY_PREFIX = "/api/query/";

  /** Mixpanel serves its queries under this older prefix as well. */
  private static final String OLDER_PREFIX = "/api/2.0/";

  private final List<Route> routes;

  /** Creates a router over these routes; the first one that matches a path wins. */
  public Router(List<Route> routes) {
    this.routes = List.copyOf(routes);
  }

  /** Returns the family of a path, also if no endpoint answers there. */
  public Family family(Request request) {
    return find(request.path())
        .map(Route::family)
        .orElse(request.path().startsWith("/api/app") ? Family.APP : Family.QUERY);
  }

  /**
   * Returns the endpoint's answer, or an error: 404 for an unknown path, 405 for a wrong method.
   */
  public Answer answer(Request request) {
    Optional<Route> found = find(request.path());
    Family family = family(request);
    if (found.isEmpty()) {
      return family.error(request, 404, "Not found: " + request.path());
    }
    if (!found.get().methods().contains(request.method())) {
      return family.error(request, 405, "Method not allowed: " + request.method());
    }
    try {
      return found.get().endpoint().answer(request);
    } catch (Refusal refusal) {
      return family.error(request, refusal.status(), refusal.text());
    }
  }

  private Optional<Route> find(String path) {
    Optional<Route> found = exact(path);
    if (found.isEmpty() && path.startsWith(OLDER_PREFIX)) {
      return exact(QUERY_PREFIX + path.substring(OLDER_PREFIX.length()));
    }
    return found;
  }

  private Optional<Route> exact(String path) {
    return routes.stream().filter(route -> route.leadsTo(path)).findFirst();
  }
}
