package dev.mixpaneldata.mcp.derived;

import static dev.mixpaneldata.catalogue.DiscoveryOperations.LIST_EVENTS;
import static dev.mixpaneldata.catalogue.SavedReportOperations.JQL;
import static dev.mixpaneldata.catalogue.StoreOperations.DROP_ALL_TABLES;
import static dev.mixpaneldata.catalogue.StoreOperations.DROP_TABLE;
import static dev.mixpaneldata.catalogue.StoreOperations.SQL;
import static dev.mixpaneldata.catalogue.StoreOperations.WORKSPACE_INFO;
import static dev.mixpaneldata.report.Report.FUNNEL;
import static dev.mixpaneldata.report.Report.SEGMENTATION;

import dev.mixpaneldata.catalogue.OperationSpec;
import java.util.Map;

/** What an assistant should know before it calls, beyond what the operation does. */
final class Advice {
  private static final Map<String, String> ADVICE =
      Map.of(
          WORKSPACE_INFO.id(), " A good first call.",
          SQL.id(),
              " Event tables have event_name, event_time (UTC), distinct_id, insert_id, properties"
                  + " (JSON: properties->>'$.plan') and columns for common properties;"
                  + " table_schema lists them.",
          JQL.id(), " Prefer the reports, or fetch_events and sql.",
          SEGMENTATION.id(), " Mixpanel allows 60 live reports an hour.",
          LIST_EVENTS.id(), " Cached for 5 minutes, like all lists of names.",
          FUNNEL.id(), " Give funnel_id (list_funnels), or steps.",
          DROP_TABLE.id(), " Cannot be undone; fetch_events can fetch it again.",
          DROP_ALL_TABLES.id(), " Cannot be undone.");

  private Advice() {}

  static String of(OperationSpec<?, ?> operation) {
    return ADVICE.getOrDefault(operation.id(), "");
  }
}
