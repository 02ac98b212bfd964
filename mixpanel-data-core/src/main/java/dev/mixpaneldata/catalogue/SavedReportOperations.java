package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.jql.JqlRequest;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.report.saved.DefinitionRequest;
import dev.mixpaneldata.report.saved.SavedFlowsRequest;
import dev.mixpaneldata.report.saved.SavedFlowsResult;
import dev.mixpaneldata.report.saved.SavedReportRequest;
import dev.mixpaneldata.report.saved.SavedReportResult;
import java.util.List;

/** Reports in Mixpanel's own form, as operations. */
public final class SavedReportOperations {
  public static final OperationSpec<SavedReportRequest, SavedReportResult> QUERY_SAVED_REPORT =
      new OperationSpec<>(
          "query_saved_report",
          "query saved-report",
          "Run a saved report",
          Family.REPORTS,
          Effect.READ,
          SavedReportRequest.class,
          ResultType.of(SavedReportResult.class),
          (context, request) -> context.workspace().savedReports().run(request));

  public static final OperationSpec<SavedFlowsRequest, SavedFlowsResult> QUERY_FLOWS =
      new OperationSpec<>(
          "query_flows",
          "query flows",
          "Run a saved Flows report",
          Family.REPORTS,
          Effect.READ,
          SavedFlowsRequest.class,
          ResultType.of(SavedFlowsResult.class),
          (context, request) -> context.workspace().savedReports().flows(request));

  public static final OperationSpec<DefinitionRequest, SavedReportResult> QUERY_DEFINITION =
      new OperationSpec<>(
          "query_definition",
          "query definition",
          "Run a report given in Mixpanel's own form",
          Family.REPORTS,
          Effect.READ,
          DefinitionRequest.class,
          ResultType.of(SavedReportResult.class),
          (context, request) -> context.workspace().savedReports().define(request));

  public static final OperationSpec<JqlRequest, JqlResult> JQL =
      new OperationSpec<>(
          "jql",
          "query jql",
          "Run a JQL script; Mixpanel has JQL in maintenance mode",
          Family.REPORTS,
          Effect.READ,
          JqlRequest.class,
          ResultType.of(JqlResult.class),
          (context, request) -> context.workspace().jql().run(request));

  private SavedReportOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(QUERY_SAVED_REPORT, QUERY_FLOWS, QUERY_DEFINITION, JQL);
  }
}
