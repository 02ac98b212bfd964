package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Reports;
import java.util.Set;
import java.util.TreeSet;

/** Remembers who answered reports, and how many of them cost a query of the hour. */
final class CountedReports implements ReportListener {
  private static final String LIVE = "Mixpanel";

  private final Set<String> answerers = new TreeSet<>();
  private int calls;

  /** Reports from local tables that have all they are about, if those may be read, else live. */
  Reports of(Workspace workspace, boolean localTables) {
    return workspace.reports(
        ReportTarget.of(localTables ? ReportSource.AUTO : ReportSource.LIVE), this);
  }

  @Override
  public void answeredBy(String name) {
    answerers.add(name);
    if (name.equals(LIVE)) {
      calls++;
    }
  }

  /** How many reports Mixpanel answered. */
  int calls() {
    return calls;
  }

  /** {@code Answered by the local table 'jan'.} */
  String words() {
    return answerers.isEmpty() ? "" : "\nAnswered by " + String.join(" and ", answerers) + ".";
  }
}
