package dev.mixpaneldata.testkit.endpoint.entity;

import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.TreeMap;

/** Saved cohorts, those with members first. */
final class CohortEntities {
  private static final String DEFAULTS =
      """
      {"description":"","count":0,"is_visible":true,"is_locked":false,"verified":false,
       "last_edited":"2026-01-02T10:00:00","created_by":{"id":5,"email":"a@example.com"},
       "referenced_by":[]}
      """;

  private CohortEntities() {}

  static List<Route> routes(Entities entities) {
    EntityStore cohorts =
        entities.keep(
            "cohorts", EntityStore.numbered("Cohort").requires("name").defaults(DEFAULTS));
    new TreeMap<>(entities.world().cohorts())
        .forEach(
            (id, members) ->
                cohorts.seed(
                    "{\"id\":%s,\"name\":\"Cohort %s\",\"count\":%d}"
                        .formatted(id, id, members.size())));
    return EntityPaths.scoped()
        .bulkDelete("/cohorts/bulk-delete", "cohort_ids", cohorts)
        .bulkUpdate("/cohorts/bulk-update", "cohorts", cohorts)
        .crud("/cohorts", cohorts)
        .routes();
  }
}
