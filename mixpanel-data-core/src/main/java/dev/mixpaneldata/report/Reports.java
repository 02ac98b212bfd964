package dev.mixpaneldata.report;

/**
 * Reports on a project's events. Mixpanel answers them, and so does a local table, with the same
 * records. What one of them cannot answer it refuses with {@code CANNOT_ANSWER} and a hint, before
 * anything is spent. No events is an answer and not an error.
 *
 * <pre>{@code
 * try (Workspace workspace = Workspace.open()) {
 *   DateRange january = DateRange.of("2026-01-01", "2026-01-31");
 *   SegmentationRequest request = SegmentationRequest.of("Sign up", january).withOn("plan");
 *   workspace.reports().segmentation(request).series().forEach(
 *       (plan, days) -> System.out.println(plan + ": " + days));
 * }
 * }</pre>
 */
public interface Reports {
  /** Answers any kind of report. */
  <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request);

  /** How often an event happened over time. */
  default SegmentationResult segmentation(SegmentationRequest request) {
    return answer(Report.SEGMENTATION, request);
  }

  /** How often a numeric property had values of which size. */
  default NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return answer(Report.SEGMENTATION_NUMERIC, request);
  }

  /** The sum of a numeric property over time. */
  default NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return answer(Report.SEGMENTATION_SUM, request);
  }

  /** The average of a numeric property over time. */
  default NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return answer(Report.SEGMENTATION_AVERAGE, request);
  }

  /** How often several events happened. */
  default EventCountsResult eventCounts(EventCountsRequest request) {
    return answer(Report.EVENT_COUNTS, request);
  }

  /** How often an event happened with each value of a property. */
  default PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return answer(Report.PROPERTY_COUNTS, request);
  }

  /** How many get from step to step. */
  default FunnelResult funnel(FunnelRequest request) {
    return answer(Report.FUNNEL, request);
  }

  /** How many come back. */
  default RetentionResult retention(RetentionRequest request) {
    return answer(Report.RETENTION, request);
  }

  /** In how many hours or days users are active. */
  default FrequencyResult frequency(FrequencyRequest request) {
    return answer(Report.FREQUENCY, request);
  }

  /** What users did. */
  default ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return answer(Report.ACTIVITY_FEED, request);
  }

  /** The most common values of a property. */
  default DistributionResult distribution(DistributionRequest request) {
    return answer(Report.PROPERTY_DISTRIBUTION, request);
  }

  /** What the numbers of a property are like. */
  default NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return answer(Report.NUMERIC_SUMMARY, request);
  }

  /** Events of each day, by name. */
  default DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return answer(Report.DAILY_COUNTS, request);
  }

  /** Users by how many events they did. */
  default EngagementResult engagement(EngagementRequest request) {
    return answer(Report.ENGAGEMENT_DISTRIBUTION, request);
  }

  /** How often properties are set. */
  default CoverageResult coverage(CoverageRequest request) {
    return answer(Report.PROPERTY_COVERAGE, request);
  }

  /** How many users were active in the days up to each day. Local tables only. */
  default ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return answer(Report.ACTIVE_USERS, request);
  }

  /** How often users come, and for how long. Local tables only. */
  default SessionsResult sessions(SessionsRequest request) {
    return answer(Report.SESSIONS, request);
  }

  /** Which events follow an event, or lead to it. Local tables only. */
  default FlowResult flow(FlowRequest request) {
    return answer(Report.EVENT_PATHS, request);
  }
}
