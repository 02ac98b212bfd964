package dev.mixpaneldata.mcp;

import dev.mixpaneldata.testkit.SampleEntities;
import java.util.List;
import java.util.Map;

/** A call of every tool on governance and administration, in an order that works. */
final class GovernedExamples {
  private static final long ID = SampleEntities.ID;
  private static final String UUID = SampleEntities.UUID;

  /** The token of the project of the shop. */
  private static final String TOKEN = String.format("%032x", 123456);

  private final Map<String, Map<String, Object>> calls;

  private GovernedExamples(Map<String, Map<String, Object>> calls) {
    this.calls = calls;
  }

  static void addTo(Map<String, Map<String, Object>> calls) {
    GovernedExamples examples = new GovernedExamples(calls);
    examples.dropFilters();
    examples.customProperties();
    examples.customEvents();
    examples.lookupTables();
    examples.accounts();
    examples.personalData();
    examples.warehouse();
    examples.identity();
    examples.pipelines();
  }

  private void add(String tool, Object... arguments) {
    calls.put(tool, Answers.arguments(arguments));
  }

  private void dropFilters() {
    add("list_drop_filters");
    add("get_drop_filter_limits");
    add("create_drop_filter", "event_name", "Debug", "filters", List.of());
    add("update_drop_filter", "drop_filter_id", ID, "active", false);
    add("delete_drop_filter", "drop_filter_id", ID, "confirm", true);
  }

  private void customProperties() {
    Map<String, Object> price = Map.of("A", Map.of("resourceType", "event", "value", "price"));
    add("list_custom_properties");
    add("get_custom_property", "custom_property_id", "42");
    for (String tool : List.of("create_custom_property", "validate_custom_property")) {
      add(tool, "name", "Net", "resource_type", "events", "display_formula", "A * 0.8");
      calls.get(tool).put("composed_properties", price);
    }
    add("update_custom_property", "custom_property_id", "42", "name", "Gross margin");
    add("delete_custom_property", "custom_property_id", "42", "confirm", true);
  }

  private void customEvents() {
    add("list_custom_events");
    add("create_custom_event", "name", "Any visit", "alternatives", List.of("Home", "Product"));
    add("update_custom_event", "name", "Any purchase", "description", "Money comes in");
    add("delete_custom_event", "custom_event_id", ID, "confirm", true);
  }

  private void lookupTables() {
    add("list_lookup_tables");
    add("get_lookup_upload_url");
    add("mark_lookup_table_ready", "name", "Plans", "key", "42", "path", "gs://uploads/42");
    add("get_lookup_upload_status", "upload_id", "42");
    add("update_lookup_table", "data_group_id", ID, "name", "Price plans");
    add("download_lookup_table", "data_group_id", ID, "limit", 10);
    add("get_lookup_download_url", "data_group_id", ID);
    add("delete_lookup_tables", "data_group_ids", List.of(43), "confirm", true);
  }

  private void accounts() {
    add("list_projects");
    add("list_workspaces");
    add("list_service_accounts");
    add("list_project_service_accounts");
    add("get_service_account", "service_account_id", ID);
    add("add_service_accounts_to_projects", "service_account_ids", List.of(ID));
    calls
        .get("add_service_accounts_to_projects")
        .putAll(Map.of("project_ids", List.of(123456), "role", "analyst"));
    add(
        "remove_service_accounts_from_projects",
        "service_account_ids",
        List.of(ID),
        "project_ids",
        List.of(123456),
        "confirm",
        true);
    add("delete_service_account", "service_account_id", ID, "confirm", true);
  }

  private void personalData() {
    add("create_data_retrieval", "distinct_ids", List.of("user-1"), "token", TOKEN);
    add("get_data_retrieval", "tracking_id", UUID, "token", TOKEN);
    add("create_data_deletion", "distinct_ids", List.of("user-1"), "token", TOKEN);
    calls.get("create_data_deletion").put("confirm", true);
    add("get_data_deletion", "tracking_id", UUID, "token", TOKEN);
    add("cancel_data_deletion", "tracking_id", UUID, "token", TOKEN);
  }

  private void warehouse() {
    add("list_warehouse_imports");
    add("get_warehouse_import", "import_id", ID);
    add(
        "create_warehouse_import",
        "import_type",
        "people",
        "warehouse_source_id",
        7,
        "table_params",
        Map.of("table", "users"),
        "sync_mode",
        "full_sync",
        "user_column_name",
        "id");
    add("update_warehouse_import", "import_id", ID, "paused", true, "run_every", "daily");
    add("run_warehouse_import", "import_id", ID);
    add("get_warehouse_import_history", "import_id", ID);
    add("delete_warehouse_import", "import_id", ID, "confirm", true);
  }

  private void identity() {
    add("create_identity", "identified_id", "user-1", "anon_id", "device-7");
    add("create_alias", "distinct_id", "user-1", "alias", "ann@example.com");
    add("merge_identities", "distinct_ids", List.of("user-1", "user-2"), "confirm", true);
  }

  private void pipelines() {
    String name = SampleEntities.PIPELINE;
    Map<String, Object> target = Map.of("gcs_bucket", "exports", "gcs_region", "us-east1");
    add("list_pipelines");
    add("get_pipeline_status", "pipeline", name);
    add("get_pipeline_timeline", "pipeline", name);
    add("create_pipeline", "type", "gcs_raw", "from_date", "2026-01-01", "target", target);
    add("update_pipeline", "pipeline", name, "events", List.of("Signup"));
    add("pause_pipeline", "pipeline", name);
    add("resume_pipeline", "pipeline", name);
    add("delete_pipeline", "pipeline", name, "confirm", true);
  }
}
