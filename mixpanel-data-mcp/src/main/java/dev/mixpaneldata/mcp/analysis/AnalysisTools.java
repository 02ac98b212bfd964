package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.report.ReportTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** The composed, intelligent and interactive tools. */
public final class AnalysisTools {
  private static final ReportTarget LOCAL_FIRST = ReportTarget.of(ReportTarget.DEFAULT_SOURCE);

  private AnalysisTools() {}

  /**
   * All of them.
   *
   * @param derived the tools that were made from operations
   * @param shown those of some tools that are switched on, behind their chain: {@code ask_mixpanel}
   *     may choose from them, and takes only those that read
   * @param localReports whether their names and reports may come from local tables: these tools ask
   *     for many, and Mixpanel allows 60 an hour
   */
  public static List<Tool> all(
      List<Tool> derived, UnaryOperator<List<Tool>> shown, boolean localReports) {
    Names.Source names = new Names.Source(localReports);
    UnaryOperator<Tool> frugal =
        tool ->
            localReports ? tool.with(call -> tool.handler().call(call.asking(LOCAL_FIRST))) : tool;
    Tool diagnosis = frugal.apply(DropDiagnosis.tool(names));
    Tool funnelReport = frugal.apply(FunnelReport.tool());
    List<Tool> sources = new ArrayList<>(derived);
    sources.add(diagnosis);
    sources.add(funnelReport);
    return List.of(
        frugal.apply(HealthDashboard.tool(names)),
        frugal.apply(GoalInvestigation.tool(names)),
        CohortComparison.tool(names),
        diagnosis,
        funnelReport,
        new Questions(shown.apply(sources), names).tool(),
        SafeFetch.tool(),
        frugal.apply(GuidedAnalysis.tool(names)));
  }
}
