package dev.mixpaneldata.mcp;

import dev.mixpaneldata.testkit.SampleEntities;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A call of every tool on what Mixpanel's web application manages, in an order that works. */
final class ManagedExamples {
  private static final long ID = SampleEntities.ID;
  private static final String UUID = SampleEntities.UUID;

  private final Map<String, Map<String, Object>> calls = new LinkedHashMap<>();

  private ManagedExamples() {}

  /** Arguments by tool. */
  static Map<String, Map<String, Object>> all() {
    ManagedExamples examples = new ManagedExamples();
    examples.annotations();
    examples.cohorts();
    examples.alerts();
    examples.webhooks();
    examples.experiments();
    examples.flags();
    examples.boards();
    examples.reports();
    examples.lexicon();
    examples.schemas();
    examples.quality();
    GovernedExamples.addTo(examples.calls);
    return examples.calls;
  }

  private void add(String tool, Object... arguments) {
    calls.put(tool, Answers.arguments(arguments));
  }

  private void annotations() {
    add("list_annotations", "from_date", "2026-01-01");
    add("get_annotation", "annotation_id", ID);
    add("create_annotation", "date", "2026-01-31", "description", "Launch", "tags", List.of(ID));
    add("update_annotation", "annotation_id", ID, "description", "Launch 2");
    add("delete_annotation", "annotation_id", ID, "confirm", true);
    add("list_annotation_tags");
    add("create_annotation_tag", "name", "releases");
  }

  private void alerts() {
    Map<String, Object> condition = Map.of("op", "<", "value", 100);
    add("list_alerts");
    add("get_alert", "alert_id", ID);
    for (String tool : List.of("create_alert", "test_alert")) {
      add(tool, "bookmark_id", ID, "name", "Few", "condition", condition, "frequency", 3600);
    }
    add("update_alert", "alert_id", ID, "paused", true);
    add("get_alert_count");
    add("get_alert_history", "alert_id", ID);
    add("get_alert_screenshot_url", "gcs_key", "screenshots/42.png");
    add(
        "validate_alerts_for_bookmark",
        "alert_ids",
        List.of(ID),
        "bookmark_type",
        "insights",
        "bookmark_params",
        Map.of());
    add("bulk_delete_alerts", "ids", List.of(43), "confirm", true);
    add("delete_alert", "alert_id", ID, "confirm", true);
  }

  private void webhooks() {
    add("list_webhooks");
    add("create_webhook", "name", "Hook", "url", "https://example.com", "password", "hidden");
    add("update_webhook", "webhook_id", UUID, "is_enabled", false);
    add("test_webhook", "url", "https://example.com");
    add("delete_webhook", "webhook_id", UUID, "confirm", true);
  }

  private void experiments() {
    add("list_experiments");
    add("get_experiment", "experiment_id", UUID);
    add("create_experiment", "name", "Blue");
    add("update_experiment", "experiment_id", UUID, "hypothesis", "More purchases");
    add("launch_experiment", "experiment_id", UUID);
    add("conclude_experiment", "experiment_id", UUID);
    add("decide_experiment", "experiment_id", UUID, "success", true);
    add("archive_experiment", "experiment_id", UUID);
    add("restore_experiment", "experiment_id", UUID);
    add("duplicate_experiment", "experiment_id", UUID, "name", "Blue again");
    add("list_erf_experiments");
    add("delete_experiment", "experiment_id", UUID, "confirm", true);
  }

  private void flags() {
    Map<String, Object> rules = Map.of("variants", List.of(), "rollout", List.of());
    add("list_feature_flags");
    add("get_feature_flag", "flag_id", UUID);
    add("create_feature_flag", "name", "Light mode", "key", "light_mode");
    add("update_feature_flag", "flag_id", UUID, "name", "Dark mode", "key", "dark_mode");
    calls.get("update_feature_flag").putAll(Map.of("status", "enabled", "ruleset", rules));
    add("archive_feature_flag", "flag_id", UUID);
    add("restore_feature_flag", "flag_id", UUID);
    add("duplicate_feature_flag", "flag_id", UUID);
    add("set_flag_test_users", "flag_id", UUID, "users", Map.of("On", "user-1"));
    add("get_flag_history", "flag_id", UUID);
    add("get_flag_limits");
    add("evaluate_feature_flags", "distinct_id", "user-1");
    add("get_flag_definitions");
    add("delete_feature_flag", "flag_id", UUID, "confirm", true);
  }

  private void boards() {
    add("list_dashboards");
    add("get_dashboard", "dashboard_id", ID);
    add(
        "create_dashboard",
        "title",
        "Board",
        "rows",
        List.of(List.of(Map.of("text", "<p>Hi</p>"))));
    add("update_dashboard", "dashboard_id", ID, "title", "Weekly KPIs");
    add("favorite_dashboard", "dashboard_id", ID);
    add("unfavorite_dashboard", "dashboard_id", ID);
    add("pin_dashboard", "dashboard_id", ID);
    add("unpin_dashboard", "dashboard_id", ID);
    add("add_report_to_dashboard", "dashboard_id", ID, "bookmark_id", ID);
    add("remove_report_from_dashboard", "dashboard_id", ID, "bookmark_id", ID);
    add("update_report_link", "dashboard_id", ID, "report_link_id", 7, "type", "embedded");
    add("update_text_card", "dashboard_id", ID, "text_card_id", 8, "markdown", "<p>Hi</p>");
    add("get_dashboard_erf", "dashboard_id", ID);
    add("create_rca_dashboard", "source_id", 7, "source_data", Map.of("type", "anomaly"));
    add("list_blueprint_templates");
    add("create_blueprint", "template_type", "company_kpis");
    add("get_blueprint_config", "dashboard_id", ID);
    add("update_blueprint_cohorts", "cohorts", List.of(Map.of("id", 1000)));
    add("finalize_blueprint", "dashboard_id", ID, "cards", List.of(Map.of("type", "text")));
    add("bulk_delete_dashboards", "ids", List.of(43), "confirm", true);
    add("delete_dashboard", "dashboard_id", ID, "confirm", true);
  }

  private void reports() {
    add("list_bookmarks_v2");
    add("get_bookmark", "bookmark_id", ID);
    add("create_bookmark", "name", "New", "bookmark_type", "insights", "params", Map.of());
    add("update_bookmark", "bookmark_id", ID, "name", "Sign-ups by plan");
    add("bulk_update_bookmarks", "entries", List.of(Map.of("id", ID, "name", "Sign-ups")));
    add("bookmark_linked_dashboard_ids", "bookmark_id", ID);
    add("get_bookmark_dashboard_ids", "bookmark_id", ID);
    add("get_bookmark_history", "bookmark_id", ID);
    add("bulk_delete_bookmarks", "ids", List.of(43), "confirm", true);
    add("delete_bookmark", "bookmark_id", ID, "confirm", true);
  }

  private void lexicon() {
    add("get_event_definitions", "names", List.of("Sign up"));
    add("update_event_definition", "event_name", "Sign up", "description", "A new user");
    add("bulk_update_event_definitions", "events", List.of(Map.of("id", ID, "hidden", true)));
    add("get_property_definitions", "names", List.of("plan"), "resource_type", "event");
    add("update_property_definition", "property_name", "plan", "sensitive", true);
    add(
        "bulk_update_property_definitions",
        "properties",
        List.of(Map.of("name", "plan", "resourceType", "User", "hidden", true)));
    add("list_lexicon_tags");
    add("create_lexicon_tag", "name", "growth");
    add("update_lexicon_tag", "tag_id", ID, "name", "core");
    add("delete_lexicon_tag", "tag_name", "core", "confirm", true);
    add("get_tracking_metadata", "event_name", "Purchase");
    add("get_event_history", "event_name", "Sign up");
    add("get_property_history", "property_name", "plan", "entity_type", "event");
    add("export_lexicon");
    add("delete_event_definition", "event_name", "Sign up", "confirm", true);
  }

  private void schemas() {
    Map<String, Object> schema = Map.of("properties", Map.of("plan", Map.of("type", "string")));
    Map<String, Object> entry =
        Map.of("entityType", "event", "name", "Sign up", "schemaJson", schema);
    add("list_schema_registry");
    for (String tool : List.of("create_schema", "update_schema")) {
      add(tool, "entity_type", "event", "entity_name", "Sign up", "schema_json", schema);
    }
    add("create_schemas_bulk", "entries", List.of(entry));
    add("update_schemas_bulk", "entries", List.of(entry));
    add("delete_schemas", "entity_type", "event", "entity_name", "Sign up", "confirm", true);
  }

  private void quality() {
    List<Object> none = List.of();
    add("get_schema_enforcement");
    add("init_schema_enforcement", "rule_event", "Warn and Accept");
    add("update_schema_enforcement", "rule_event", "Warn and Hide");
    add("replace_schema_enforcement", "rule_event", "Warn and Drop", "events", none);
    calls
        .get("replace_schema_enforcement")
        .putAll(
            Map.of(
                "common_properties", none, "user_properties", none, "notification_emails", none));
    add("delete_schema_enforcement", "confirm", true);
    add("run_audit", "events_only", true);
    add("list_data_volume_anomalies", "status", "open");
    add("update_anomaly", "id", ID, "status", "dismissed", "anomaly_class", "Event");
    add(
        "bulk_update_anomalies",
        "anomalies",
        List.of(Map.of("id", ID, "anomalyClass", "Event")),
        "status",
        "open");
    add("list_deletion_requests");
    add("preview_deletion_filters", "event_name", "Test", "from_date", Examples.FROM.toString());
    calls.get("preview_deletion_filters").put("to_date", Examples.TO.toString());
    add("create_deletion_request", "event_name", "Test", "from_date", Examples.FROM.toString());
    calls
        .get("create_deletion_request")
        .putAll(Map.of("to_date", Examples.TO.toString(), "confirm", true));
    add("cancel_deletion_request", "request_id", ID);
  }

  private void cohorts() {
    add("list_cohorts_full");
    add("get_cohort", "cohort_id", 1000);
    add("create_cohort", "name", "Power users", "definition", Map.of("selector", Map.of()));
    add("update_cohort", "cohort_id", 1000, "name", "Active");
    add("bulk_update_cohorts", "entries", List.of(Map.of("id", 1000, "name", "Very active")));
    add("bulk_delete_cohorts", "ids", List.of(1000), "confirm", true);
    add("delete_cohort", "cohort_id", 1001, "confirm", true);
  }
}
