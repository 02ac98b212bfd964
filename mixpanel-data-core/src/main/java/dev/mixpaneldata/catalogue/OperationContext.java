package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import java.util.function.Function;

/**
 * What an operation works with.
 *
 * @param workspace the project
 * @param reports who answers reports
 * @param refresh whether names and saved things are asked of Mixpanel even where they are kept
 */
public record OperationContext(Workspace workspace, Reports reports, boolean refresh) {
  /** A workspace as it is. */
  public static OperationContext of(Workspace workspace) {
    return new OperationContext(workspace, workspace.reports(), false);
  }

  /** Has others answer reports. */
  public OperationContext with(Reports others) {
    return new OperationContext(workspace, others, refresh);
  }

  /** Asks Mixpanel even where an answer is kept. */
  public OperationContext refreshing() {
    return new OperationContext(workspace, reports, true);
  }

  /** Names, values and saved things of the project. */
  public Discovery discovery() {
    return refresh ? workspace.discovery().refreshing() : workspace.discovery();
  }

  /** What Mixpanel's web application manages. */
  public App app() {
    return refresh ? workspace.app().refreshing() : workspace.app();
  }

  /**
   * Asks a report of whom the target names: its answer, or where the target splits by cohorts a
   * {@link dev.mixpaneldata.report.CohortBreakdown} of answers.
   */
  public <R> Object ask(
      ReportTarget target, ReportListener listener, Function<OperationContext, R> question) {
    return target.byCohort().isEmpty()
        ? question.apply(with(workspace.reports(target, listener)))
        : workspace.reportsByCohort(
            target, listener, others -> (ReportResult) question.apply(with(others)));
  }
}
