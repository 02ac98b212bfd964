package dev.mixpaneldata.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Things of each kind that Mixpanel's web application manages. The first one's id is {@link #ID},
 * or {@link #UUID} where ids are UUIDs, {@link #PIPELINE} for the pipeline, and 1000 for cohorts.
 */
public final class SampleEntities {
  /** The id of things that are numbered. */
  public static final long ID = 42;

  /** The id of all other things. */
  public static final String UUID = "00000000-0000-4000-8000-000000000042";

  /** The name of the pipeline. */
  public static final String PIPELINE = "events-daily-gcs-raw";

  private static final String SHORTER = UUID.substring(0, UUID.length() - 2);

  private static final String RULES =
      "{\"variants\":[{\"key\":\"short\",\"value\":true,\"is_control\":false,\"split\":1.0}],"
          + "\"rollout\":[{\"rollout_percentage\":1.0}]}";

  private SampleEntities() {}

  /** Adds all of them to a fake. */
  public static FakeMixpanelBuilder addTo(FakeMixpanelBuilder fake) {
    all().forEach((kind, things) -> things.forEach(json -> fake.entity(kind, json)));
    return fake;
  }

  private static void lexicon(Map<String, List<String>> entities) {
    entities.put(
        "event-definitions",
        List.of(
            "{\"id\":42,\"name\":\"Sign up\",\"description\":\"A new user\"}",
            "{\"id\":43,\"name\":\"Purchase\",\"verified\":true,\"tags\":[\"core\"]}"));
    entities.put(
        "property-definitions",
        List.of(
            "{\"id\":42,\"name\":\"plan\",\"resourceType\":\"Event\"}",
            "{\"id\":43,\"name\":\"plan\",\"resourceType\":\"User\"}"));
    entities.put("lexicon-tags", List.of("{\"id\":42,\"name\":\"core\"}"));
    entities.put(
        "schemas",
        List.of(
            "{\"entityType\":\"event\",\"name\":\"Sign up\",\"version\":\"2026-01-02\","
                + "\"schemaJson\":{\"properties\":{\"plan\":{\"type\":\"string\"}}}}"));
    entities.put(
        "schema-enforcement",
        List.of("{\"id\":42,\"ruleEvent\":\"Warn and Accept\",\"state\":\"ingested\"}"));
    entities.put(
        "anomalies",
        List.of(
            "{\"id\":42,\"eventName\":\"Sign up\",\"actualCount\":5000,\"predictedLower\":1000,"
                + "\"predictedUpper\":3000,\"percentVariance\":\"66.7%\",\"project\":12345}"));
    entities.put(
        "deletion-requests",
        List.of(
            "{\"id\":42,\"eventName\":\"Test\",\"fromDate\":\"2026-01-01\","
                + "\"toDate\":\"2026-01-02\",\"created\":\"2026-01-03T00:00:00Z\"}"));
  }

  private static Map<String, List<String>> all() {
    Map<String, List<String>> entities = new LinkedHashMap<>();
    entities.put("annotation-tags", List.of("{\"id\":42,\"name\":\"releases\"}"));
    entities.put(
        "annotations",
        List.of(
            "{\"id\":42,\"date\":\"2026-01-15 12:00:00\",\"description\":\"Version"
                + " 2\",\"tags\":[42]}"));
    entities.put(
        "cohorts",
        List.of(
            "{\"id\":1000,\"name\":\"Power users\",\"count\":150}",
            "{\"id\":1001,\"name\":\"New users\",\"count\":20}"));
    entities.put(
        "dashboards",
        List.of(
            "{\"id\":42,\"title\":\"KPIs\",\"contents\":{\"report\":{\"42\":{\"id\":42}}}}",
            "{\"id\":43,\"title\":\"Growth\"}"));
    entities.put(
        "bookmarks",
        List.of(
            "{\"id\":42,\"name\":\"Sign-ups\",\"type\":\"insights\",\"params\":{},\"dashboard_id\":42}",
            "{\"id\":43,\"name\":\"Buying\",\"type\":\"funnels\",\"params\":{}}"));
    entities.put(
        "alerts",
        List.of(
            "{\"id\":42,\"name\":\"Few sign-ups\",\"bookmark_id\":42,\"frequency\":86400}",
            "{\"id\":43,\"name\":\"Few purchases\",\"bookmark_id\":43,\"frequency\":3600}"));
    entities.put(
        "webhooks",
        List.of(
            "{\"id\":\"%s\",\"name\":\"Exports\",\"url\":\"https://example.com\"}"
                .formatted(UUID)));
    entities.put(
        "experiments",
        List.of(
            "{\"id\":\"%s\",\"name\":\"New checkout\"}".formatted(UUID),
            "{\"id\":\"%s43\",\"name\":\"Short form\",\"status\":\"active\"}".formatted(SHORTER),
            "{\"id\":\"%s44\",\"name\":\"Red\",\"status\":\"concluded\"}".formatted(SHORTER)));
    entities.put(
        "feature-flags",
        List.of(
            "{\"id\":\"%s\",\"name\":\"Dark mode\",\"key\":\"dark_mode\",\"context\":\"distinct_id\",\"serving_method\":\"client\"}"
                .formatted(UUID),
            "{\"id\":\"%s43\",\"name\":\"Short form\",\"key\":\"short_form\",\"context\":\"distinct_id\",\"status\":\"enabled\",\"workspace_id\":100,\"ruleset\":%s}"
                .formatted(SHORTER, RULES)));
    lexicon(entities);
    addGovernance(entities);
    addAdministration(entities);
    return entities;
  }

  private static void addGovernance(Map<String, List<String>> entities) {
    entities.put(
        "drop-filters",
        List.of(
            "{\"id\":42,\"event_name\":\"Debug\",\"filters\":[],\"display_name\":\"Debugging\"}"));
    entities.put(
        "custom-properties",
        List.of(
            "{\"id\":42,\"name\":\"Margin\",\"resource_type\":\"events\",\"display_formula\":\"A-B\"}"));
    entities.put("uploads", List.of("{\"id\":42,\"csv\":\"id,name\\n1,Free\\n\"}"));
    entities.put("custom-events", List.of("{\"id\":42,\"name\":\"Any purchase\"}"));
    entities.put(
        "lookup-tables",
        List.of("{\"id\":42,\"name\":\"Plans\"}", "{\"id\":43,\"name\":\"Countries\"}"));
  }

  private static void addAdministration(Map<String, List<String>> entities) {
    entities.put(
        "service-accounts", List.of("{\"id\":42,\"username\":\"robot\",\"role\":\"analyst\"}"));
    String people = "{\"id\":\"%s\",\"distinct_ids\":[\"user-1\"]}".formatted(UUID);
    entities.put("data-retrievals", List.of(people));
    entities.put("data-deletions", List.of(people));
    entities.put(
        "warehouse-imports",
        List.of(
            "{\"id\":42,\"import_type\":\"event_stream\",\"sync_mode\":\"full_sync\",\"warehouse_source_id\":7}"));
    entities.put(
        "pipelines", List.of("{\"id\":\"%s\",\"name\":\"%s\"}".formatted(PIPELINE, PIPELINE)));
  }
}
