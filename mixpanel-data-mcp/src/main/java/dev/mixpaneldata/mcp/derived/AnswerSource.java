package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ReportChoice;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a report, about whom, and what there is to say of it. Unless told otherwise, a local
 * table that has all the report is about: it takes milliseconds and none of the 60 queries of the
 * hour.
 */
public final class AnswerSource implements ReportListener {
  static final String ARGUMENT = "source";
  static final String COHORT = "cohort";

  private final Optional<Source> source;
  private final Optional<String> cohort;
  private final List<String> notes = new ArrayList<>();

  private AnswerSource(Optional<Source> source, Optional<String> cohort) {
    this.source = source;
    this.cohort = cohort;
    // Refuses what cannot be had together.
    new ReportChoice(
        Optional.empty(), source, Optional.empty(), Optional.empty(), cohort, List.of(), false);
  }

  /** For operations that have no choice. */
  static AnswerSource none() {
    return new AnswerSource(Optional.empty(), Optional.empty());
  }

  /** By the arguments of a call, of which either may be absent. */
  static AnswerSource of(@Nullable Object source, @Nullable Object cohort) {
    Optional<String> users =
        Optional.ofNullable(cohort).map(String::valueOf).filter(text -> !text.isBlank());
    return new AnswerSource(Optional.of(source(source)), users);
  }

  /** Of reports that only local tables answer. */
  static AnswerSource local(@Nullable Object cohort) {
    return of(Source.LOCAL.name(), cohort);
  }

  private static Source source(@Nullable Object argument) {
    if (argument == null) {
      return Source.AUTO;
    }
    for (Source source : Source.values()) {
      if (source.name().equalsIgnoreCase(String.valueOf(argument))) {
        return source;
      }
    }
    throw MixpanelDataException.invalidArgument(
        "source is '" + argument + "'.", "Choose auto, live or local.");
  }

  static Map<String, Object> schema() {
    return Schemas.withDefault(
        Schemas.choice(
            "auto: a local table that has it all, else Mixpanel",
            List.of(Source.values()).stream().map(s -> s.name().toLowerCase(Locale.ROOT)).toList()),
        "auto");
  }

  static Map<String, Object> cohortSchema() {
    return Schemas.text("Only these users, locally: did Purchase in the last 30 days");
  }

  /** The workspace with reports from local tables that have all they are about, or else live. */
  public static Workspace auto(Workspace workspace) {
    return new AnswerSource(Optional.of(Source.AUTO), Optional.empty()).choose(workspace);
  }

  Workspace choose(Workspace workspace) {
    if (source.isEmpty() || source.get() == Source.LIVE) {
      return workspace;
    }
    if (cohort.isPresent()) {
      // Mixpanel could only answer about all users.
      Cohort users = Cohort.parse(cohort.get());
      return workspace.reporting(
          workspace.reports(Source.LOCAL, this, scope -> scope.withCohort(users)));
    }
    try {
      return workspace.reporting(workspace.reports(source.get(), this, scope -> scope));
    } catch (MixpanelDataException e) {
      if (source.get() == Source.AUTO && e.code() == ErrorCode.DATABASE_LOCKED) {
        // Somebody fills a table just now; Mixpanel need not wait for that.
        return workspace;
      }
      throw e;
    }
  }

  @Override
  public void answeredBy(String name) {
    notes.add("Answered by " + name + ".");
  }

  @Override
  public void warning(String text) {
    notes.add("Note: " + text);
  }

  /** What the listener heard, a line each. */
  String notes() {
    return notes.isEmpty() ? "" : "\n" + String.join("\n", notes);
  }
}
