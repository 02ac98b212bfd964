package dev.mixpaneldata.mcp;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A call of every tool, over two weeks of the testkit's shop, in an order that works. */
final class Examples {
  /**
   * Tools to call beside the others, on a server of their own: Mixpanel takes 5 calls on schemas a
   * minute, and there are more tools.
   */
  static final Set<String> SCHEMAS =
      Set.of("create_schemas_bulk", "update_schema", "update_schemas_bulk", "delete_schemas");

  /** Up to today: Mixpanel names the events of the last days, and counts those of today. */
  static final LocalDate TO = TestingClock.TODAY;

  static final LocalDate FROM = TO.minusDays(13);
  static final String PROJECT = "123456";
  static final long FUNNEL = 7;
  static final long INSIGHTS = 8;
  static final String EVENT = "Purchase";
  static final String ADDRESS = "https://mixpanel.com/project/123456/app/insights#report/8";

  private final Map<String, Map<String, Object>> calls = new LinkedHashMap<>();

  private Examples() {}

  /** Arguments by tool. */
  static Map<String, Map<String, Object>> all(String user) {
    Examples examples = new Examples();
    examples.discovery();
    examples.reports(user);
    examples.analysis();
    examples.tables();
    examples.klavis(user);
    examples.calls.putAll(ManagedExamples.all());
    return examples.calls;
  }

  private void add(String tool, Object... arguments) {
    calls.put(tool, Answers.arguments(arguments));
  }

  private void over(String tool, Object... arguments) {
    add(tool, arguments);
    calls.get(tool).put("from_date", FROM.toString());
    calls.get(tool).put("to_date", TO.toString());
  }

  private void discovery() {
    add("workspace_info");
    add("list_events");
    add("list_properties", "event", EVENT);
    add("list_property_values", "event", EVENT, "property_name", "$os");
    add("list_funnels");
    add("list_cohorts");
    add("list_bookmarks");
    add("top_events");
    add("lexicon_schemas");
    add("lexicon_schema", "entity_type", "event", "name", EVENT);
    add("clear_discovery_cache");
    add("schema_graph", "event", EVENT);
    add("list_subproperties", "event", EVENT, "property_name", "$os");
    add("business_context");
    add("list_metrics");
    add("get_metric", "reference", "Sales");
    add("query_metric", "reference", "9");
    add("list_behaviors");
    add("get_behavior", "reference", "5");
    add("query_behavior", "reference", "Buying");
    add("link_report", "bookmark_id", INSIGHTS);
    add("resolve_link", "url", ADDRESS);
    add("query_link", "url", ADDRESS);
    add("list_accounts");
    add("show_account", "name", "shop");
    add("switch_account", "name", "shop");
    add("test_credentials");
  }

  private void reports(String user) {
    over("segmentation", "event", EVENT, "segment_property", "$os");
    over("funnel", "funnel_id", FUNNEL);
    over("retention", "born_event", "Sign Up", "return_event", EVENT);
    over("event_counts", "events", List.of(EVENT, "Sign Up"));
    over("property_counts", "event", EVENT, "property_name", "$os");
    over("activity_feed", "distinct_id", user);
    over("frequency", "addiction_unit", "day", "unit", "week");
    over("segmentation_numeric", "event", EVENT, "on", "amount");
    over("segmentation_sum", "event", EVENT, "on", "amount");
    over("segmentation_average", "event", EVENT, "on", "amount");
    over("property_distribution", "event", EVENT, "property_name", "$os");
    over("numeric_summary", "event", EVENT, "property_name", "amount");
    over("daily_counts", "events", List.of(EVENT));
    over("engagement_distribution");
    over("property_coverage", "event", EVENT, "properties", List.of("$os", "coupon"));
    add("query_saved_report", "bookmark_id", INSIGHTS);
    add("query_flows", "bookmark_id", 9);
    over("insights", "metrics", List.of(EVENT));
    add(
        "query_definition",
        "definition",
        "{\"sections\": {\"show\": [{\"behavior\": {\"type\": \"event\", \"name\": \"Sign Up\"}}],"
            + " \"time\": [{\"dateRangeType\": \"between\", \"value\": [\"2026-01-05\","
            + " \"2026-01-06\"]}]}}");
    add("jql", "script", "function main() { return [1]; }");
    add("query_profiles");
    add("profile_statistics");
    over("stream_events", "limit", 3);
    add("stream_profiles", "limit", 3);
  }

  private void analysis() {
    over("product_health_dashboard", "acquisition_event", "Sign Up", "revenue_event", EVENT);
    over("gqm_investigation", "goal", "Understand retention", "acquisition_event", "Sign Up");
    over(
        "cohort_comparison",
        "cohort_a_filter",
        "properties[\"$os\"] == \"iOS\"",
        "cohort_b_filter",
        "properties[\"$os\"] == \"Android\"",
        "acquisition_event",
        "Sign Up");
    add("diagnose_metric_drop", "event", "Sign Up", "date", TO.minusDays(1).toString());
    over("funnel_optimization_report", "funnel_id", FUNNEL);
    over("ask_mixpanel", "question", "How many purchases were there?");
    over("safe_large_fetch", "table", "safe");
    over("guided_analysis", "focus_area", "conversion");
  }

  private void tables() {
    over("fetch_plan");
    over("fetch_events");
    add("fetch_profiles");
    over("event_paths", "event", "Sign Up");
    over("active_users");
    over("sessions");
    add("list_tables");
    add("table_schema", "table", "events");
    add("sample", "table", "events", "limit", 2);
    add("summarize", "table", "events");
    add("event_breakdown", "table", "events");
    add("property_keys", "table", "events");
    add("column_stats", "table", "events", "column", "event_time");
    add("sql", "query", "SELECT event_name, count(*) AS n FROM events GROUP BY ALL");
    add("sql_scalar", "query", "SELECT count(*) FROM events");
    add("export_table", "table", "events");
    add("sync_table", "table", "events");
    add("promote_properties", "table", "events", "properties", List.of("plan"));
    add("demote_properties", "table", "events", "properties", List.of("plan"));
    add("drop_table", "table", "profiles", "confirm", true);
    add("drop_all_tables", "confirm", true);
  }

  private void klavis(String user) {
    over("mixpanel_query_events", "limit", 3);
    over("mixpanel_get_event_count");
    over("mixpanel_get_top_events", "limit", 20);
    add("mixpanel_get_todays_top_events");
    add("mixpanel_list_saved_funnels");
    add("mixpanel_get_projects");
    add("mixpanel_get_project_info", "project_id", PROJECT);
    add("mixpanel_get_user_profile", "distinct_id", user);
    over("mixpanel_get_profile_event_activity", "distinct_id", user);
    add("mixpanel_get_events", "project_id", PROJECT);
    add("mixpanel_get_event_properties", "project_id", PROJECT, "event", EVENT);
    add(
        "mixpanel_get_event_property_values",
        "project_id",
        PROJECT,
        "event",
        EVENT,
        "property",
        "$os");
    List<Map<String, String>> steps = List.of(Map.of("event", "Sign Up"), Map.of("event", EVENT));
    over("mixpanel_run_funnels_query", "project_id", PROJECT, "events", steps);
    over("mixpanel_run_segmentation_query", "project_id", PROJECT, "event", EVENT);
    over("mixpanel_run_retention_query", "project_id", PROJECT, "event", EVENT);
    over("mixpanel_run_frequency_query", "project_id", PROJECT, "event", EVENT);
    List<Map<String, Object>> events = List.of(Map.of("event", "Note", "distinct_id", user));
    add("mixpanel_import_events", "project_id", PROJECT, "events", events);
    add("mixpanel_send_events", "project_id", PROJECT, "events", events);
    add("mixpanel_track_event", "event", "Note", "distinct_id", user);
    add("mixpanel_track_batch_events", "events", events);
    add("mixpanel_set_user_profile", "distinct_id", "new", "properties", Map.of("seats", 2));
  }
}
