package dev.mixpaneldata.testkit.endpoint;

import java.util.List;

/** The list of everything that answers: a new endpoint is one class and one line here. */
public final class Endpoints {

  private Endpoints() {}

  /** All routes over one world. */
  public static List<Route> of(World world) {
    return List.of(
        Route.get("/api/2.0/export", Family.EXPORT, new ExportEndpoint(world)),
        Route.getOrPost("/api/query/engage", Family.QUERY, new EngageEndpoint(world)),
        Route.get("/api/query/events/names", Family.QUERY, new EventNamesEndpoint(world)),
        Route.get("/api/app/me", Family.APP, new MeEndpoint(world)));
  }
}
