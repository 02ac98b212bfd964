package dev.mixpaneldata.mcp.derived;

import static dev.mixpaneldata.discovery.DiscoveryOperations.LIST_EVENTS;
import static dev.mixpaneldata.report.ReportOperations.FUNNEL;
import static dev.mixpaneldata.report.ReportOperations.SEGMENTATION;
import static dev.mixpaneldata.report.saved.SavedReportOperations.JQL;
import static dev.mixpaneldata.store.StoreOperations.DROP_ALL_TABLES;
import static dev.mixpaneldata.store.StoreOperations.DROP_TABLE;
import static dev.mixpaneldata.store.StoreOperations.SQL;
import static dev.mixpaneldata.store.StoreOperations.WORKSPACE_INFO;

import dev.mixpaneldata.operation.OperationSpec;
import java.util.Map;

/** What an assistant should know before it calls, beyond what the operation does. */
final class Advice {
  private static final Map<OperationSpec<?, ?>, String> ADVICE =
      Map.of(
          WORKSPACE_INFO, " A good first call.",
          SQL,
              " Event tables have event_name, event_time (UTC), distinct_id, insert_id, properties"
                  + " (JSON: properties->>'$.plan') and columns for common properties;"
                  + " table_schema lists them.",
          JQL, " Prefer the reports, or fetch_events and sql.",
          SEGMENTATION, " Mixpanel allows 60 live reports an hour.",
          LIST_EVENTS, " Kept for 5 minutes, like all lists of names.",
          FUNNEL, " Give funnel_id (list_funnels), or steps.",
          DROP_TABLE, " Cannot be undone; fetch_events can fetch it again.",
          DROP_ALL_TABLES, " Cannot be undone.");

  private Advice() {}

  static String of(OperationSpec<?, ?> operation) {
    return ADVICE.getOrDefault(operation, "");
  }
}
