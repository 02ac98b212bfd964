package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.derived.ReportArguments;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.report.ReportTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The composed, intelligent and interactive tools. */
public final class AnalysisTools {
  private static final ReportTarget LOCAL_FIRST = ReportTarget.of(ReportArguments.DEFAULT_SOURCE);

  private AnalysisTools() {}

  /**
   * All of them.
   *
   * @param derived the tools that were made from operations
   * @param shown those of some tools that are switched on, behind their chain: {@code ask_mixpanel}
   *     may choose from them, and takes only those that read
   * @param localReports whether their reports may be answered from local tables: these tools ask
   *     for many, and Mixpanel allows 60 an hour
   */
  public static List<Tool> all(
      List<Tool> derived, UnaryOperator<List<Tool>> shown, boolean localReports) {
    UnaryOperator<Tool> frugal =
        tool ->
            localReports ? tool.with(call -> tool.handler().call(call.asking(LOCAL_FIRST))) : tool;
    Tool diagnosis = frugal.apply(DropDiagnosis.tool());
    Tool funnelReport = frugal.apply(FunnelReport.tool());
    List<Tool> sources = new ArrayList<>(derived);
    sources.add(diagnosis);
    sources.add(funnelReport);
    return List.of(
        frugal.apply(HealthDashboard.tool()),
        frugal.apply(GoalInvestigation.tool()),
        frugal.apply(CohortComparison.tool()),
        diagnosis,
        funnelReport,
        new Questions(shown.apply(sources)).tool(),
        SafeFetch.tool(),
        frugal.apply(GuidedAnalysis.tool()));
  }
}
