package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.CoverageRequest;
import dev.mixpaneldata.report.CoverageResult;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.DistributionRequest;
import dev.mixpaneldata.report.DistributionResult;
import dev.mixpaneldata.report.EngagementRequest;
import dev.mixpaneldata.report.EngagementResult;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.NumericBucketsRequest;
import dev.mixpaneldata.report.NumericBucketsResult;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.SessionsRequest;
import dev.mixpaneldata.report.SessionsResult;
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
  public SegmentationResult segmentation(SegmentationRequest request) {
    return new Segmentation(project).segmentation(request);
  }

  @Override
  public NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return new NumericBuckets(project).result(request);
  }

  @Override
  public NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return new NumericSeries(project, request).sum();
  }

  @Override
  public NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return new NumericSeries(project, request).average();
  }

  @Override
  public EventCountsResult eventCounts(EventCountsRequest request) {
    return new Segmentation(project).eventCounts(request);
  }

  @Override
  public PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return new Segmentation(project).propertyCounts(request);
  }

  @Override
  public FunnelResult funnel(FunnelRequest request) {
    return new Funnel(project, request).result();
  }

  @Override
  public RetentionResult retention(RetentionRequest request) {
    return new Retention(project, request).result();
  }

  @Override
  public FrequencyResult frequency(FrequencyRequest request) {
    return new Frequency(project, request).result();
  }

  @Override
  public ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return ActivityFeed.of(project, request);
  }

  @Override
  public DistributionResult distribution(DistributionRequest request) {
    return new Statistics(project).distribution(request);
  }

  @Override
  public NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return new Statistics(project).numericSummary(request);
  }

  @Override
  public DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return new Statistics(project).dailyCounts(request);
  }

  @Override
  public EngagementResult engagement(EngagementRequest request) {
    return new Statistics(project).engagement(request);
  }

  @Override
  public CoverageResult coverage(CoverageRequest request) {
    return new Statistics(project).coverage(request);
  }

  @Override
  public ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return new ActiveUsers(project, request).result();
  }

  @Override
  public SessionsResult sessions(SessionsRequest request) {
    return new Sessions(project, request).result();
  }

  @Override
  public FlowResult flow(FlowRequest request) {
    return new Flow(project, request).result();
  }
}
