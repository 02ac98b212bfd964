package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.mcp.tool.Tool;
import java.util.List;

/** The composed, intelligent and interactive tools. */
public final class AnalysisTools {
  private AnalysisTools() {}

  /**
   * All of them.
   *
   * @param derived the tools that {@code ask_mixpanel} may choose from, behind their chain; it
   *     takes only those that read
   */
  public static List<Tool> all(List<Tool> derived) {
    return List.of(
        HealthDashboard.tool(),
        GoalInvestigation.tool(),
        CohortComparison.tool(),
        DropDiagnosis.tool(),
        FunnelReport.tool(),
        new Questions(derived).tool(),
        SafeFetch.tool(),
        GuidedAnalysis.tool());
  }
}
