package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import java.util.Optional;
import java.util.function.Function;

/**
 * The surroundings of one call of an operation.
 *
 * @param workspace the project
 * @param reports the reports that answer
 * @param refresh whether to fetch names and saved things from Mixpanel even if they are kept
 * @param standIn the app API to use instead of the workspace's own
 */
public record OperationContext(
    Workspace workspace, Reports reports, boolean refresh, Optional<App> standIn) {
  /** Returns the context of a workspace without changes. */
  public static OperationContext of(Workspace workspace) {
    return new OperationContext(workspace, workspace.reports(), false, Optional.empty());
  }

  /** Returns this context with other reports. */
  public OperationContext with(Reports others) {
    return new OperationContext(workspace, others, refresh, standIn);
  }

  /** Returns this context, fetching from Mixpanel even if an answer is kept. */
  public OperationContext refreshing() {
    return new OperationContext(workspace, reports, true, standIn);
  }

  /** Returns the names, values and saved things of the project. */
  public Discovery discovery() {
    return refresh ? workspace.discovery().refreshing() : workspace.discovery();
  }

  /** Returns this context with another app API. */
  public OperationContext with(App other) {
    return new OperationContext(workspace, reports, refresh, Optional.of(other));
  }

  /** Returns the app API, on which Mixpanel's web application runs. */
  public App app() {
    if (standIn.isPresent()) {
      return standIn.get();
    }
    return refresh ? workspace.app().refreshing() : workspace.app();
  }

  /**
   * Runs a report on the source that the target names. Returns its answer or, if the target splits
   * by cohorts, a {@link dev.mixpaneldata.report.CohortBreakdown} of answers.
   */
  public <R> Object ask(
      ReportTarget target, ReportListener listener, Function<OperationContext, R> question) {
    return target.byCohort().isEmpty()
        ? question.apply(with(workspace.reports(target, listener)))
        : workspace.reportsByCohort(
            target, listener, others -> (ReportResult) question.apply(with(others)));
  }
}
