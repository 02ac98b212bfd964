package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import java.util.List;

/** The reports as operations. */
public final class ReportOperations {
  private ReportOperations() {}

  /** Returns all of them. */
  public static List<OperationSpec<?, ?>> all() {
    return Report.all().stream().<OperationSpec<?, ?>>map(ReportOperations::of).toList();
  }

  /** Returns a report as an operation. */
  public static <Q extends Record, R extends ReportResult> OperationSpec<Q, R> of(
      Report<Q, R> report) {
    OperationSpec<Q, R> operation =
        new OperationSpec<>(
            report.id(),
            report.command(),
            report.summary(),
            Family.REPORTS,
            Effect.READ,
            report.request(),
            ResultType.of(report.result()),
            (context, request) -> context.reports().answer(report, request));
    return report.localOnly()
        ? operation.with(Trait.REPORT, Trait.LOCAL_ONLY)
        : operation.with(Trait.REPORT);
  }
}
