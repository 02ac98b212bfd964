package dev.mixpaneldata.testkit.endpoint.entity;

import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All entities of a project, by kind. A new family is one class and one line here. */
public final class Entities {
  private final FakeProject world;
  private final TrackedEvents tracked;
  private final Map<String, EntityStore> stores = new LinkedHashMap<>();
  private final List<Route> routes = new ArrayList<>();

  /** Creates the entities that a project has at first. */
  public Entities(FakeProject world) {
    this.world = world;
    this.tracked = new TrackedEvents(world);
    routes.addAll(AnnotationEntities.routes(this));
    routes.addAll(CohortEntities.routes(this));
    EntityStore reports = BookmarkEntities.store(this);
    routes.addAll(BookmarkEntities.routes(reports));
    routes.addAll(BoardEntities.routes(this, reports));
    routes.addAll(AlertEntities.alerts(this));
    routes.addAll(AlertEntities.webhooks(this));
    routes.addAll(ExperimentEntities.experiments(this));
    routes.addAll(ExperimentEntities.flags(this));
    routes.addAll(ExperimentEntities.limits(this));
    routes.addAll(FlagEvaluations.routes(this));
    routes.addAll(DefinitionEntities.routes(this));
    routes.addAll(LexiconTagEntities.routes(this));
    routes.addAll(SchemaEntities.routes(this));
    routes.addAll(EnforcementEntities.routes(this));
    routes.addAll(AuditEntities.routes(this));
    routes.addAll(AnomalyEntities.routes(this));
    routes.addAll(DeletionEntities.routes(this));
    routes.addAll(GovernanceEntities.dropFilters(this));
    routes.addAll(GovernanceEntities.customProperties(this));
    routes.addAll(GovernanceEntities.customEvents(this));
    routes.addAll(LookupEntities.routes(this));
    routes.addAll(AdministrationEntities.serviceAccounts(this));
    routes.addAll(AdministrationEntities.personalData(this));
    routes.addAll(AdministrationEntities.warehouseImports(this));
    routes.addAll(PipelineEntities.routes(this));
  }

  /** Returns the routes to all entities. */
  public List<Route> routes() {
    return List.copyOf(routes);
  }

  /** Returns the entities of one kind, {@code annotations}; empty if there is no such kind. */
  public Optional<EntityStore> find(String kind) {
    return Optional.ofNullable(stores.get(kind));
  }

  FakeProject world() {
    return world;
  }

  /** Returns what the project's events hold. */
  TrackedEvents tracked() {
    return tracked;
  }

  /** Keeps a store under the name of its kind, and gives it what the project has at first. */
  EntityStore keep(String kind, EntityStore store) {
    world.saved().entities().getOrDefault(kind, List.of()).forEach(store::seed);
    stores.put(kind, store);
    return store;
  }
}
