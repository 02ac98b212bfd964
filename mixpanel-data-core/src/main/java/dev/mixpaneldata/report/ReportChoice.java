package dev.mixpaneldata.report;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What every report can be told beside its own request: who answers it, and about which users. All
 * but the source is for local tables.
 *
 * @param local the table that answers
 * @param source who answers where no table is named
 * @param timezone the zone by whose clock days and other buckets are cut
 * @param profiles the table of profiles, where there are several
 * @param cohort whose events count, as {@link Cohort#parse} reads it
 * @param byCohort cohorts to split by, each into its users and the others
 * @param gaps whether days and events that a table lacks count as empty, with a warning
 */
public record ReportChoice(
    Optional<String> local,
    Optional<Source> source,
    Optional<String> timezone,
    Optional<String> profiles,
    Optional<String> cohort,
    List<String> byCohort,
    boolean gaps) {
  public ReportChoice {
    byCohort = List.copyOf(byCohort);
    Checks.refuse(
        local.isPresent() && source.filter(s -> s != Source.LOCAL).isPresent(),
        "A local table and the source " + source.map(Source::name).orElse("") + " are given.",
        "Leave one of them out.");
    Checks.refuse(
        source.filter(s -> s == Source.LIVE).isPresent()
            && (cohort.isPresent() || !byCohort.isEmpty()),
        "Mixpanel's report API knows no such cohorts.",
        Hint.of("Compute the report from a local table with {}.", Reference.LOCAL_TABLE));
    cohort.ifPresent(Cohort::parse);
    byCohort.forEach(Cohort::parse);
    timezone.ifPresent(ReportChoice::zone);
  }

  /** The same; local tables where no source is chosen, for reports that Mixpanel's API lacks. */
  public ReportChoice orLocal() {
    return source.isPresent()
        ? this
        : new ReportChoice(
            local, Optional.of(Source.LOCAL), timezone, profiles, cohort, byCohort, gaps);
  }

  /**
   * Puts a question: its answer, or with {@code byCohort} a {@link CohortBreakdown} of answers.
   *
   * @param question takes the reports of the workspace that it is given
   */
  public Object ask(Workspace workspace, ReportListener listener, Function<Workspace, ?> question) {
    if (byCohort.isEmpty()) {
      return question.apply(over(workspace, listener, cohort.map(Cohort::parse)));
    }
    List<CohortBreakdown.Part> parts = new ArrayList<>();
    // Each cohort has others of its own, and what is no sum (medians, averages, the largest
    // segments) cannot be told from the answers about all and about the members.
    for (String text : byCohort) {
      Cohort users = Cohort.parse(text);
      parts.add(part(text, true, question.apply(over(workspace, listener, and(users)))));
      parts.add(part(text, false, question.apply(over(workspace, listener, and(users.others())))));
    }
    return new CohortBreakdown(parts);
  }

  private static CohortBreakdown.Part part(String cohort, boolean member, Object answer) {
    return new CohortBreakdown.Part(cohort, member, (ReportResult) answer);
  }

  private Optional<Cohort> and(Cohort users) {
    return Optional.of(cohort.map(Cohort::parse).map(all -> all.and(users)).orElse(users));
  }

  private Workspace over(Workspace workspace, ReportListener listener, Optional<Cohort> users) {
    if (local.isPresent()) {
      return workspace.reporting(
          workspace
              .local(local.get())
              .with(scope -> change(scope, users).withListener(listener))
              .reports());
    }
    boolean aboutSome = users.isPresent();
    Source asked = source.orElse(aboutSome ? Source.LOCAL : Source.LIVE);
    if (asked == Source.LIVE) {
      // Said outright, it also holds for reports that Mixpanel's API lacks.
      return source.isPresent() ? workspace.reporting(workspace.reports()) : workspace;
    }
    // Mixpanel could only answer about all users.
    return workspace.reporting(
        workspace.reports(
            aboutSome ? Source.LOCAL : asked, listener, scope -> change(scope, users)));
  }

  private LocalScope change(LocalScope scope, Optional<Cohort> users) {
    LocalScope changed = gaps ? scope.withGaps() : scope;
    if (timezone.isPresent()) {
      changed = changed.withZone(zone(timezone.get()));
    }
    if (profiles.isPresent()) {
      changed = changed.withProfiles(profiles.get());
    }
    return users.isPresent() ? changed.withCohort(users.get()) : changed;
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw MixpanelDataException.invalidArgument(
          "The time zone '" + text + "' is unknown.", "Write it as Europe/Berlin or UTC.");
    }
  }
}
