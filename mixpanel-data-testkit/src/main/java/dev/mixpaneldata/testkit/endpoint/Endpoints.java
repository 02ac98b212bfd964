package dev.mixpaneldata.testkit.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The list of all endpoints: a new endpoint is one class and one line here. */
public final class Endpoints {
  private Endpoints() {}

  /** Returns all routes over one world. */
  public static List<Route> of(FakeProject world) {
    ReportSource source = new ReportSource(world);
    List<Route> routes = new ArrayList<>();
    routes.add(Route.get("/api/2.0/export", Family.EXPORT, new ExportEndpoint(world)));
    routes.add(Route.getOrPost("/api/query/engage", Family.QUERY, new EngageEndpoint(source)));
    routes.add(Route.get("/api/query/events/names", Family.QUERY, new EventNamesEndpoint(world)));
    routes.addAll(reports(source));
    routes.add(Route.get("/api/app/me", Family.APP, new MeEndpoint(world)));
    routes.addAll(app(new AppEndpoints(world)));
    routes.addAll(metrics(source));
    routes.addAll(ingestion(world));
    return routes;
  }

  private static List<Route> reports(ReportSource source) {
    CountReports counts = new CountReports(source);
    FunnelReports funnels = new FunnelReports(source);
    RetentionReports retention = new RetentionReports(source);
    DiscoveryReports discovery = new DiscoveryReports(source);
    ActivityReport activity = new ActivityReport(source);
    return List.of(
        report("/segmentation", counts::segmentation),
        report("/segmentation/numeric", counts::numeric),
        report("/segmentation/sum", counts::sum),
        report("/segmentation/average", counts::average),
        report("/events", counts::events),
        report("/events/properties", counts::properties),
        report("/events/top", discovery::topEvents),
        report("/events/properties/top", discovery::topProperties),
        report("/events/properties/values", discovery::propertyValues),
        report("/cohorts/list", discovery::cohorts),
        report("/funnels", funnels::funnel),
        report("/funnels/list", funnels::list),
        report("/retention", retention::retention),
        report("/retention/addiction", retention::frequency),
        report("/stream/query", activity::query),
        Route.post(
            "/api/query/stream/bookmark", Family.QUERY, new ReportEndpoint(activity::bookmark)),
        report("/insights", new InsightsReport(source)::query),
        report("/arb_funnels", new FlowsReport(source)::query),
        report("/engage/stats", new EngageStatistics(source)::answer),
        report("/jql", new JqlEndpoint(source)::run));
  }

  private static List<Route> metrics(ReportSource source) {
    String project = "/api/app/projects/*";
    FakeProject world = source.world();
    ReportLinks links = new ReportLinks(world);
    DataDefinitions definitions = new DataDefinitions(source);
    return List.of(
        report("/data_definitions/events", definitions::events),
        Route.get(
            project + "/business-context/chain", Family.APP, new BusinessContextEndpoint(world)),
        Route.get(project + "/metrics", Family.APP, request -> world.metrics().listMetrics()),
        Route.get(project + "/behaviors", Family.APP, request -> world.metrics().listBehaviors()),
        Route.post(project + "/bookmark-urls", Family.APP, links::create),
        Route.get(project + "/bookmark-urls/*", Family.APP, links::read),
        Route.get("/s/*", Family.APP, links::redirect));
  }

  private static List<Route> ingestion(FakeProject world) {
    TokenEndpoints tokens = new TokenEndpoints(world);
    LookupEndpoints lookups = new LookupEndpoints(world.lookupTables());
    return List.of(
        Route.post("/import", Family.INGESTION, new ImportEndpoint(world)),
        Route.post("/track", Family.TRACKING, tokens::track),
        Route.post("/engage", Family.TRACKING, tokens::engage),
        Route.post("/groups", Family.TRACKING, tokens::groups),
        Route.get("/lookup-tables", Family.INGESTION, lookups::list),
        new Route(Set.of("PUT"), "/lookup-tables/*", Family.INGESTION, lookups::replace));
  }

  private static Route report(String path, ReportEndpoint.Report report) {
    return Route.getOrPost("/api/query" + path, Family.QUERY, new ReportEndpoint(report));
  }

  private static List<Route> app(AppEndpoints app) {
    String project = "/api/app/projects/*";
    return List.of(Route.get(project + "/workspaces/public", Family.APP, app::workspaces));
  }
}
