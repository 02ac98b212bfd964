package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.report.ActiveUsersRequest;
import dev.mixpaneldata.report.ActiveUsersResult;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
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
import dev.mixpaneldata.report.LocalScope;
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
import dev.mixpaneldata.storage.file.DatabaseFile;
import java.sql.SQLException;

/** Reports on a table of a database file, which each of them opens and closes. */
public final class LocalReports implements Reports {
  /** Computes one report. */
  @FunctionalInterface
  private interface Work<T> {
    T run(Session session) throws SQLException;
  }

  private final DatabaseFile file;
  private final LocalScope scope;

  /** Reports on the scope's table in this file. */
  public LocalReports(DatabaseFile file, LocalScope scope) {
    this.file = file;
    this.scope = scope;
  }

  private <T> T report(Work<T> work) {
    // Mixpanel knows no such cohorts.
    return scope.cohort().isPresent() ? reportOfOurs(work) : run(work);
  }

  /** Computes a report that Mixpanel's API lacks, so that no error advises to ask there. */
  private <T> T reportOfOurs(Work<T> work) {
    try {
      return run(work);
    } catch (MixpanelDataException e) {
      throw e.without(Reference.LIVE_SOURCE);
    }
  }

  private <T> T run(Work<T> work) {
    return file.read(connection -> work.run(Session.open(connection, scope)));
  }

  @Override
  public SegmentationResult segmentation(SegmentationRequest request) {
    return report(session -> new SegmentationReport(session).run(request));
  }

  @Override
  public NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return report(session -> new NumericReports(session).run(request));
  }

  @Override
  public NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return report(session -> new NumericReports(session).sum(request));
  }

  @Override
  public NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return report(session -> new NumericReports(session).average(request));
  }

  @Override
  public EventCountsResult eventCounts(EventCountsRequest request) {
    return report(session -> new CountsReports(session).run(request));
  }

  @Override
  public PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return report(session -> new CountsReports(session).run(request));
  }

  @Override
  public FunnelResult funnel(FunnelRequest request) {
    return report(session -> new FunnelReport(session, request).run());
  }

  @Override
  public RetentionResult retention(RetentionRequest request) {
    return report(session -> new RetentionReport(session, request).run());
  }

  @Override
  public FrequencyResult frequency(FrequencyRequest request) {
    return report(session -> new FrequencyReport(session).run(request));
  }

  @Override
  public ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return report(session -> new UserReports(session).run(request));
  }

  @Override
  public DistributionResult distribution(DistributionRequest request) {
    return report(session -> new PropertyReports(session).run(request));
  }

  @Override
  public NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return report(session -> new NumericReports(session).run(request));
  }

  @Override
  public DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return report(session -> new CountsReports(session).run(request));
  }

  @Override
  public EngagementResult engagement(EngagementRequest request) {
    return report(session -> new UserReports(session).run(request));
  }

  @Override
  public CoverageResult coverage(CoverageRequest request) {
    return report(session -> new PropertyReports(session).run(request));
  }

  @Override
  public ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return reportOfOurs(session -> new ActiveUsersReport(session).run(request));
  }

  @Override
  public SessionsResult sessions(SessionsRequest request) {
    return reportOfOurs(session -> new SessionsReport(session).run(request));
  }

  @Override
  public FlowResult flow(FlowRequest request) {
    return reportOfOurs(session -> new FlowReport(session, request).run());
  }
}
