package dev.mixpaneldata.report;

/**
 * Reports on a project's events. Mixpanel answers them, and so does a local table, with the same
 * records. What one of them cannot answer it refuses with {@code INVALID_ARGUMENT} and a hint,
 * before anything is spent. No events is an answer and not an error.
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
  /** How often an event happened over time. */
  SegmentationResult segmentation(SegmentationRequest request);

  /** How often a numeric property had values of which size. */
  NumericBucketsResult segmentationNumeric(NumericBucketsRequest request);

  /** The sum of a numeric property over time. */
  NumericSeriesResult segmentationSum(NumericSeriesRequest request);

  /** The average of a numeric property over time. */
  NumericSeriesResult segmentationAverage(NumericSeriesRequest request);

  /** How often several events happened. */
  EventCountsResult eventCounts(EventCountsRequest request);

  /** How often an event happened with each value of a property. */
  PropertyCountsResult propertyCounts(PropertyCountsRequest request);

  /** How many get from step to step. */
  FunnelResult funnel(FunnelRequest request);

  /** How many come back. */
  RetentionResult retention(RetentionRequest request);

  /** In how many hours or days users are active. */
  FrequencyResult frequency(FrequencyRequest request);

  /** What users did. */
  ActivityFeedResult activityFeed(ActivityFeedRequest request);

  /** The most common values of a property. */
  DistributionResult distribution(DistributionRequest request);

  /** What the numbers of a property are like. */
  NumericSummaryResult numericSummary(NumericSummaryRequest request);

  /** Events of each day, by name. */
  DailyCountsResult dailyCounts(DailyCountsRequest request);

  /** Users by how many events they did. */
  EngagementResult engagement(EngagementRequest request);

  /** How often properties are set. */
  CoverageResult coverage(CoverageRequest request);

  /** How many users were active in the days up to each day. Local tables only. */
  default ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    throw Checks.localOnly("Active users");
  }

  /** How often users come, and for how long. Local tables only. */
  default SessionsResult sessions(SessionsRequest request) {
    throw Checks.localOnly("Sessions");
  }

  /** Which events follow an event, or lead to it. Local tables only. */
  default FlowResult flow(FlowRequest request) {
    throw Checks.localOnly("Flows");
  }
}
