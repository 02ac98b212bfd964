package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.report.ReportListener;
import java.util.LinkedHashSet;
import java.util.Set;

/** What there is to say of a report's answer, each thing once. */
final class ReportNotes implements ReportListener {
  private final Set<String> notes = new LinkedHashSet<>();

  @Override
  public void answeredBy(String name) {
    notes.add("Answered by " + name + ".");
  }

  @Override
  public void warning(String text) {
    notes.add("Note: " + text);
  }

  /** What was heard, a line each. */
  String text() {
    return notes.isEmpty() ? "" : "\n" + String.join("\n", notes);
  }
}
