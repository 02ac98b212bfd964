package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.DatedRequest;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.spi.ReportTable;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.dataset.Deduplication;
import dev.mixpaneldata.testkit.dataset.EventDays;
import dev.mixpaneldata.testkit.dataset.Profile;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * All reports, computed by plain loops over events in memory. The only aim is to be obviously
 * right: some reports visit every pair of events. {@code docs/semantics.md} has the choices where
 * Mixpanel's sources are silent. Refuses saved funnels, which only Mixpanel knows. Immutable.
 */
public final class NaiveReports implements Reports {
  /** The table of all reports. */
  static final ReportTable<NaiveProject, RuntimeException> TABLE =
      new ReportTable<NaiveProject, RuntimeException>("plain loops", Hint.of("Write them."))
          .with(
              Report.SEGMENTATION,
              (project, request) -> new Segmentation(project).segmentation(request))
          .with(Report.INSIGHTS, (project, request) -> new Insights(project, request).result())
          .with(Report.FUNNEL, (project, request) -> new Funnel(project, request).result())
          .with(Report.RETENTION, (project, request) -> new Retention(project, request).result())
          .with(
              Report.EVENT_COUNTS,
              (project, request) -> new Segmentation(project).eventCounts(request))
          .with(
              Report.PROPERTY_COUNTS,
              (project, request) -> new Segmentation(project).propertyCounts(request))
          .with(Report.ACTIVITY_FEED, (project, request) -> ActivityFeed.of(project, request))
          .with(Report.FREQUENCY, (project, request) -> new Frequency(project, request).result())
          .with(
              Report.SEGMENTATION_NUMERIC,
              (project, request) -> new NumericBuckets(project).result(request))
          .with(
              Report.SEGMENTATION_SUM,
              (project, request) -> new NumericSeries(project, request).sum())
          .with(
              Report.SEGMENTATION_AVERAGE,
              (project, request) -> new NumericSeries(project, request).average())
          .with(
              Report.PROPERTY_DISTRIBUTION,
              (project, request) -> new Statistics(project).distribution(request))
          .with(
              Report.NUMERIC_SUMMARY,
              (project, request) -> new Statistics(project).numericSummary(request))
          .with(
              Report.DAILY_COUNTS,
              (project, request) -> new Statistics(project).dailyCounts(request))
          .with(
              Report.ENGAGEMENT_DISTRIBUTION,
              (project, request) -> new Statistics(project).engagement(request))
          .with(
              Report.PROPERTY_COVERAGE,
              (project, request) -> new Statistics(project).coverage(request))
          .with(Report.EVENT_PATHS, (project, request) -> new Flow(project, request).result())
          .with(
              Report.ACTIVE_USERS, (project, request) -> new ActiveUsers(project, request).result())
          .with(Report.SESSIONS, (project, request) -> new Sessions(project, request).result());

  private final NaiveProject project;

  /**
   * Creates reports over events without duplicates.
   *
   * @param zone the project's zone, whose clock cuts days and other buckets
   */
  public NaiveReports(
      List<NaiveEvent> events, List<Profile> profiles, ZoneId zone, ExpressionOptions options) {
    this(new NaiveProject(events, profiles, zone, options, Optional.empty()));
  }

  private NaiveReports(NaiveProject project) {
    this.project = project;
  }

  /** Returns all events, in order of time. */
  public List<NaiveEvent> events() {
    return project.events(event -> true);
  }

  /** Returns these reports without the retention intervals that begin after the end of the data. */
  public NaiveReports until(Instant end) {
    return new NaiveReports(project.until(end));
  }

  /**
   * Returns these reports for the users of a cohort alone. A cohort of actions in the last days of
   * the data needs {@link #until}.
   */
  public NaiveReports among(Cohort cohort) {
    return new NaiveReports(project.among(new CohortMembers(project).of(cohort)));
  }

  /** Returns these reports with the members of cohorts that Mixpanel alone knows. */
  public NaiveReports knowing(Function<Cohort, Predicate<String>> members) {
    return new NaiveReports(project.knowing(members));
  }

  /** Returns the levels of the segments of all events, by the name of the segment. */
  public Map<String, List<String>> segments(List<Grouping> groupings) {
    Splits splits = new Splits(project, groupings);
    Map<String, List<String>> segments = new HashMap<>();
    for (NaiveEvent event : events()) {
      splits
          .places(event, groupings.size())
          .forEach(place -> segments.put(Grouping.joined(place), place));
    }
    return segments;
  }

  /** Returns the events of this name that pass the filter, in order of time. */
  public List<NaiveEvent> events(String name, Optional<String> where) {
    return project.events(project.selected(name, where));
  }

  /**
   * Returns reports over events as a server holds them; duplicates and lines that are not events
   * are left out.
   */
  public static NaiveReports of(
      EventDays events, List<Profile> profiles, ZoneId zone, ExpressionOptions options) {
    return new NaiveReports(
        Deduplication.readable(events).stream().map(NaiveEvent::of).toList(),
        profiles,
        zone,
        options);
  }

  /** Returns reports over the events of a dataset, without its duplicates. */
  public static NaiveReports of(Dataset dataset, ZoneId zone) {
    return new NaiveReports(
        dataset.expectedRows().stream().map(NaiveEvent::of).toList(),
        dataset.profiles(),
        zone,
        ExpressionOptions.defaults());
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    return TABLE.answer(report, project, DatedRequest.dated(request, project::last));
  }
}
