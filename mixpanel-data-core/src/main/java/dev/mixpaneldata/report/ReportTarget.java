package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The source that answers a report and the users it is about; every report takes a target beside
 * its own request. Time zone, profiles and gaps are for local tables.
 *
 * @param local the table that answers
 * @param lake the folder of the data lake that answers
 * @param source the source if no table is named; unless given, local tables for a cohort that they
 *     can know and for reports that Mixpanel's API lacks, and Mixpanel for the rest
 * @param timezone the zone by whose clock days and other buckets are cut
 * @param profiles the table of profiles, if there are several
 * @param cohort the users whose events count, as {@link Cohort#parse} reads it
 * @param byCohort cohorts to split by, each into its users and the others
 * @param gaps whether days and events that a table lacks count as empty, with a warning
 * @param engine which of Mixpanel's APIs answers where Mixpanel does; unless given, the documented
 *     one where it can
 */
@WithBuilder
public record ReportTarget(
    @Param(
            help = "Compute the report from this local table, without a call to Mixpanel",
            suggests = Suggested.TABLES)
        Optional<String> local,
    @Param(
            help =
                "Compute the report from the data lake in this folder, without a call to Mixpanel")
        Optional<Path> lake,
    @Param(
            help =
                "Who answers: auto (the default), a local table that has all of it or else Mixpanel;"
                    + " local; or live, Mixpanel alone")
        Optional<ReportSource> source,
    @Param(help = "With local answers: the time zone of days and other buckets")
        Optional<String> timezone,
    @Param(
            help = "With local answers: the table of profiles, if there are several",
            suggests = Suggested.TABLES)
        Optional<String> profiles,
    @Param(
            help =
                "Only users of this cohort: an expression over profiles such as"
                    + " 'properties[\"plan\"] == \"pro\"', or 'did Purchase at least 3 times in the"
                    + " last 30 days', or 'not did Purchase', or at Mixpanel 'in cohort 7'",
            suggests = Suggested.COHORT)
        Optional<String> cohort,
    @Param(
            help = "Split by such a cohort, into its users and the others",
            suggests = Suggested.COHORT)
        List<String> byCohort,
    @Param(help = "Count days and events that a local table lacks as empty, with a warning")
        boolean gaps,
    @Param(
            help =
                "Which of Mixpanel's APIs answers: the documented one, that of its web application"
                    + " (definition), or auto, which is the documented one where it can")
        Optional<ReportEngine> engine)
    implements ReportTargetBuilder.With {
  /** The default target: Mixpanel, or local tables for reports that its API lacks. */
  public static final ReportTarget USUAL =
      new ReportTarget(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          false,
          Optional.empty());

  /**
   * The source of commands and tools unless a call names one: a local table that has all of it
   * answers in milliseconds and costs none of the 60 queries of the hour. The methods of {@code
   * Workspace} without a target ask Mixpanel, as their names say.
   */
  public static final ReportSource DEFAULT_SOURCE = ReportSource.AUTO;

  private static final String BY_COHORT = "by_cohort";

  public ReportTarget {
    byCohort = List.copyOf(byCohort);
    Checks.refuse(
        local.isPresent() && source.filter(s -> s != ReportSource.LOCAL).isPresent(),
        "A local table and the source " + source.map(ReportSource::name).orElse("") + " are given.",
        "Leave one of them out.");
    Checks.refuse(
        lake.isPresent() && (local.isPresent() || source.isPresent()),
        "A data lake and another source are given.",
        "Leave one of them out.");
    cohort.ifPresent(Cohort::parse);
    byCohort.forEach(Cohort::parse);
    timezone.ifPresent(ReportTarget::zone);
  }

  /**
   * Reads arguments named in snake_case, as {@link Binder} does. Cohorts may contain commas, so a
   * text is one cohort and several are a list.
   *
   * @param shownName gives the name of a parameter in messages
   */
  public static ReportTarget of(Map<String, ?> arguments, UnaryOperator<String> shownName) {
    Map<String, Object> given = new HashMap<>(arguments);
    given.computeIfPresent(
        BY_COHORT, (name, value) -> value instanceof String one ? List.of(one) : value);
    return Binder.bind(ReportTarget.class, given, shownName);
  }

  /** Returns a target for one of the sources. */
  public static ReportTarget of(ReportSource source) {
    return USUAL.with(target -> target.source(source));
  }

  /** Returns a target for one local table. */
  public static ReportTarget ofTable(String name) {
    return USUAL.with(target -> target.local(name));
  }

  /** Returns this target, with the given source if it names neither a source nor a table. */
  public ReportTarget orSource(ReportSource value) {
    return source.isPresent() || local.isPresent() || lake.isPresent()
        ? this
        : with(target -> target.source(value));
  }

  /** Returns the scope of this target on a local table, without the table's name. */
  public LocalScope scope(ReportListener listener) {
    return LocalScope.of(local.orElse(""))
        .with(
            scope ->
                scope
                    .listener(listener)
                    .gaps(gaps)
                    .zone(timezone.map(ReportTarget::zone))
                    .profiles(profiles)
                    .cohort(cohort.map(Cohort::parse)));
  }

  private static ZoneId zone(String text) {
    try {
      return ZoneId.of(text);
    } catch (DateTimeException e) {
      throw MixpanelDataException.invalidArgument(
          "The time zone '" + text + "' is unknown.", "Write it like Europe/Berlin or UTC.");
    }
  }
}
