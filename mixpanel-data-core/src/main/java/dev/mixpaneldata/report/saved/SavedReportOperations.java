package dev.mixpaneldata.report.saved;

import dev.mixpaneldata.jql.JqlRequest;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.operation.Effect;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.ResultType;
import java.util.List;

/** Reports in Mixpanel's own form, as operations. */
public final class SavedReportOperations {
  public static final OperationSpec<SavedReportRequest, SavedReportResult> QUERY_SAVED_REPORT =
      new OperationSpec<>(
          "query_saved_report",
          "query saved-report",
          "Run a saved report",
          Effect.READ,
          SavedReportRequest.class,
          ResultType.of(SavedReportResult.class),
          (workspace, request) -> workspace.savedReports().run(request));

  public static final OperationSpec<FlowsRequest, FlowsResult> QUERY_FLOWS =
      new OperationSpec<>(
          "query_flows",
          "query flows",
          "Run a saved Flows report",
          Effect.READ,
          FlowsRequest.class,
          ResultType.of(FlowsResult.class),
          (workspace, request) -> workspace.savedReports().flows(request));

  public static final OperationSpec<InsightsRequest, SavedReportResult> INSIGHTS =
      new OperationSpec<>(
          "insights",
          "query insights",
          "Run an Insights report, saved or given as a definition",
          Effect.READ,
          InsightsRequest.class,
          ResultType.of(SavedReportResult.class),
          (workspace, request) -> workspace.savedReports().insights(request));

  public static final OperationSpec<JqlRequest, JqlResult> JQL =
      new OperationSpec<>(
          "jql",
          "query jql",
          "Run a JQL script; Mixpanel has JQL in maintenance mode",
          Effect.READ,
          JqlRequest.class,
          ResultType.of(JqlResult.class),
          (workspace, request) -> workspace.jql().run(request));

  private SavedReportOperations() {}

  /** All of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(QUERY_SAVED_REPORT, QUERY_FLOWS, INSIGHTS, JQL);
  }
}
