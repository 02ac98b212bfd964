package dev.mixpaneldata.mcp.derived;

import java.util.Map;

/** What an assistant should know before it calls, beyond what the operation does. */
final class Advice {
  private static final Map<String, String> ADVICE =
      Map.of(
          "workspace_info", " A good first call.",
          "sql",
              " Event tables have event_name, event_time (UTC), distinct_id, insert_id, properties"
                  + " (JSON: properties->>'$.plan') and columns for common properties;"
                  + " table_schema lists them.",
          "jql", " Prefer the reports, or fetch_events and sql.",
          "segmentation", " Mixpanel allows 60 live reports an hour.",
          "list_events", " Kept for 5 minutes, like all lists of names.",
          "funnel", " Give funnel_id (list_funnels), or steps.",
          "drop_table", " Cannot be undone; fetch_events can fetch it again.",
          "drop_all_tables", " Cannot be undone.");

  private Advice() {}

  static String of(String tool) {
    return ADVICE.getOrDefault(tool, "");
  }
}
