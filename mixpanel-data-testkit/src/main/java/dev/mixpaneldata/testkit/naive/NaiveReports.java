package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.Cohort;
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
import java.util.List;
import java.util.Optional;

/**
 * Every report, computed by plain loops over events in memory. Obviously right is all it wants to
 * be: some reports look at each event once for each other one. {@code docs/semantics.md} has the
 * choices where Mixpanel's sources are silent. Refuses saved funnels, which only Mixpanel knows.
 * Immutable.
 */
public final class NaiveReports implements Reports {
  /** Every report there is. */
  static final ReportTable<NaiveProject, RuntimeException> TABLE =
      new ReportTable<NaiveProject, RuntimeException>("plain loops", Hint.of("Write them."))
          .with(
              Report.SEGMENTATION,
              (project, request) -> new Segmentation(project).segmentation(request))
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
   * Over events that hold no duplicates any more.
   *
   * @param zone the project's, by whose clock days and other buckets are cut
   */
  public NaiveReports(
      List<NaiveEvent> events, List<Profile> profiles, ZoneId zone, ExpressionOptions options) {
    this(new NaiveProject(events, profiles, zone, options, Optional.empty()));
  }

  private NaiveReports(NaiveProject project) {
    this.project = project;
  }

  /** All events, in order of time. */
  public List<NaiveEvent> events() {
    return project.events(event -> true);
  }

  /** The same, leaving out intervals of retention that begin when the data have ended. */
  public NaiveReports until(Instant end) {
    return new NaiveReports(project.until(end));
  }

  /**
   * The same for the users of a cohort alone; what they did in the last days of the data needs
   * {@link #until}.
   */
  public NaiveReports among(Cohort cohort) {
    return new NaiveReports(project.among(new CohortMembers(project).of(cohort)));
  }

  /** Over events as a server holds them, with duplicates and lines that are no events left out. */
  public static NaiveReports of(
      EventDays events, List<Profile> profiles, ZoneId zone, ExpressionOptions options) {
    return new NaiveReports(
        Deduplication.readable(events).stream().map(NaiveEvent::of).toList(),
        profiles,
        zone,
        options);
  }

  /** Over the events of a dataset, its duplicates left out. */
  public static NaiveReports of(Dataset dataset, ZoneId zone) {
    return new NaiveReports(
        dataset.expectedRows().stream().map(NaiveEvent::of).toList(),
        dataset.profiles(),
        zone,
        ExpressionOptions.defaults());
  }

  @Override
  public <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request) {
    return TABLE.answer(report, project, request);
  }
}
