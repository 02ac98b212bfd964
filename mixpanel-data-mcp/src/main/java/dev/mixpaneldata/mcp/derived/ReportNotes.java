package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What there is to say of a report's answer: who gave it, about whom, and each note once. */
final class ReportNotes implements ReportListener {
  private static final String ANSWERED_BY = "answered_by";
  private static final String COHORT = "cohort";
  private static final String COHORT_USERS = "cohort_users";
  private static final String NOTES = "notes";

  private final Optional<String> cohort;
  private final Set<String> notes = new LinkedHashSet<>();
  private Optional<String> answerer;
  private OptionalLong users = OptionalLong.empty();

  /** Of a report that is asked of this target. */
  ReportNotes(ReportTarget target) {
    this.cohort = target.cohort();
    this.answerer =
        target.source().filter(source -> source == ReportSource.LIVE).map(source -> "Mixpanel");
  }

  @Override
  public void answeredBy(String name) {
    answerer = Optional.of(name);
  }

  @Override
  public void refusedBy(String name, String reason) {
    // Another answers, of whom this is not true.
    notes.clear();
    users = OptionalLong.empty();
  }

  @Override
  public void cohort(long count) {
    users = OptionalLong.of(count);
  }

  @Override
  public void warning(String text) {
    notes.add(text);
  }

  /** Says all of it, and further notes, in both parts of an answer. */
  ToolAnswer addTo(ToolAnswer answer, List<String> further) {
    notes.addAll(further);
    StringBuilder text = new StringBuilder();
    Map<String, Object> about = new LinkedHashMap<>();
    answerer.ifPresent(
        name -> {
          text.append("\nAnswered by ").append(name).append('.');
          about.put(ANSWERED_BY, name);
        });
    cohort.ifPresent(
        given -> {
          text.append("\nCohort: ").append(given);
          users.ifPresent(n -> text.append(", ").append(n).append(" users"));
          text.append('.');
          about.put(COHORT, given);
          users.ifPresent(n -> about.put(COHORT_USERS, n));
        });
    notes.forEach(note -> text.append("\nNote: ").append(note));
    if (!notes.isEmpty()) {
      about.put(NOTES, List.copyOf(notes));
    }
    return answer.with(text.toString(), about);
  }
}
