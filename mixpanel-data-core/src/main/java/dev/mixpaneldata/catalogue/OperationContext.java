package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.app.App;
import dev.mixpaneldata.discovery.Discovery;
import dev.mixpaneldata.discovery.NameLookup;
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
 * @param local receives who answered when local tables do so in Mixpanel's place; empty if they
 *     must not
 * @param standIn the app API to use instead of the workspace's own
 */
public record OperationContext(
    Workspace workspace,
    Reports reports,
    boolean refresh,
    Optional<ReportListener> local,
    Optional<App> standIn) {
  /** Returns the context of a workspace without changes. */
  public static OperationContext of(Workspace workspace) {
    return new OperationContext(
        workspace,
        workspace.reports(),
        false,
        Optional.of(ReportListener.SILENT),
        Optional.empty());
  }

  /** Returns this context with other reports. */
  public OperationContext with(Reports others) {
    return new OperationContext(workspace, others, refresh, local, standIn);
  }

  /** Returns this context, reporting to a listener when local tables answer for Mixpanel. */
  public OperationContext with(ReportListener listener) {
    return new OperationContext(workspace, reports, refresh, Optional.of(listener), standIn);
  }

  /** Returns this context with another app API. */
  public OperationContext with(App other) {
    return new OperationContext(workspace, reports, refresh, local, Optional.of(other));
  }

  /** Returns this context without local tables, so that Mixpanel alone answers names. */
  public OperationContext withoutLocalNames() {
    return new OperationContext(workspace, reports, refresh, Optional.empty(), standIn);
  }

  /** Returns this context, fetching from Mixpanel even if an answer is kept. */
  public OperationContext refreshing() {
    return new OperationContext(workspace, reports, true, local, standIn);
  }

  /** Returns the names, values and saved things of the project. */
  public Discovery discovery() {
    return refresh ? workspace.discovery().refreshing() : workspace.discovery();
  }

  /** Returns the names and values of the project, from local tables if Mixpanel cannot be asked. */
  public NameLookup names() {
    return refresh || local.isEmpty() ? NameLookup.live(discovery()) : workspace.names(local.get());
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
