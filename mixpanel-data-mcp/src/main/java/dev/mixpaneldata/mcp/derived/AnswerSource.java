package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ReportChoice;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who answers a report, about whom, and what there is to say of it. Unless told otherwise, a local
 * table that has all the report is about: it takes milliseconds and none of the 60 queries of the
 * hour.
 */
public final class AnswerSource implements ReportListener {
  static final String ARGUMENT = "source";
  static final String COHORT = "cohort";
  private static final String COHORT_USERS = "cohort_users";
  private static final String ANSWERED_BY = "answered_by";
  private static final String NOTES = "notes";
  private static final String MIXPANEL = "Mixpanel";

  private final Optional<Source> source;
  private final Optional<String> cohort;
  private final List<String> notes = new ArrayList<>();
  private Optional<String> answeredBy = Optional.empty();
  private OptionalLong users = OptionalLong.empty();

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
    if (source.isEmpty()) {
      return workspace;
    }
    if (source.get() == Source.LIVE) {
      answeredBy = Optional.of(MIXPANEL);
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
        answeredBy = Optional.of(MIXPANEL);
        return workspace;
      }
      throw e;
    }
  }

  @Override
  public void answeredBy(String name) {
    answeredBy = Optional.of(name);
  }

  @Override
  public void warning(String text) {
    notes.add(text);
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

  /** Says in both parts of an answer who gave it, about whom, and what makes it other than it seems. */
  ToolAnswer addTo(ToolAnswer answer, List<String> further) {
    List<String> all = Stream.concat(notes.stream(), further.stream()).distinct().toList();
    StringBuilder text = new StringBuilder();
    Map<String, Object> about = new LinkedHashMap<>();
    answeredBy.ifPresent(
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
    all.forEach(note -> text.append("\nNote: ").append(note));
    if (!all.isEmpty()) {
      about.put(NOTES, all);
    }
    return answer.with(text.toString(), about);
  }

  /** What most answers have of it; the cohort repeats an argument. */
  static void describe(Map<String, Object> properties) {
    properties.put(ANSWERED_BY, Schemas.type("string"));
    properties.put(NOTES, Schemas.type("array"));
  }
}
