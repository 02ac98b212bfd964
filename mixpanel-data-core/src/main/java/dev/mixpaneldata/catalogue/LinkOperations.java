package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.links.AddressRequest;
import dev.mixpaneldata.app.links.LinkRequest;
import dev.mixpaneldata.app.links.LinkedReport;
import dev.mixpaneldata.app.links.ReportLink;
import dev.mixpaneldata.report.saved.SavedReportResult;
import java.util.List;

/** Links to reports, as operations. */
public final class LinkOperations {
  public static final OperationSpec<LinkRequest, ReportLink> LINK_REPORT =
      new OperationSpec<>(
          "link_report",
          "reports link",
          "Address of a report in Mixpanel's web application, saved or given as a definition",
          Family.DISCOVERY,
          Effect.WRITE,
          LinkRequest.class,
          ResultType.of(ReportLink.class),
          (context, request) -> context.app().links().link(request));

  public static final OperationSpec<AddressRequest, LinkedReport> RESOLVE_LINK =
      new OperationSpec<>(
          "resolve_link",
          "reports resolve",
          "Report that an address of Mixpanel's web application leads to, with its definition",
          Family.DISCOVERY,
          Effect.READ,
          AddressRequest.class,
          ResultType.of(LinkedReport.class),
          (context, request) -> context.app().links().resolve(request.url()));

  public static final OperationSpec<AddressRequest, SavedReportResult> QUERY_LINK =
      new OperationSpec<>(
          "query_link",
          "query link",
          "Run the report at an address pasted from the browser",
          Family.DISCOVERY,
          Effect.READ,
          AddressRequest.class,
          ResultType.of(SavedReportResult.class),
          (context, request) ->
              context
                  .workspace()
                  .savedReports()
                  .linked(context.app().links().resolve(request.url())));

  private LinkOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(LINK_REPORT, RESOLVE_LINK, QUERY_LINK);
  }
}
