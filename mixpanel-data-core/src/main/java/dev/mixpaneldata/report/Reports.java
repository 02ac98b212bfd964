package dev.mixpaneldata.report;

/**
 * Reports on a project's events. Mixpanel answers them, and so does a local table, with the same
 * records. A report that one of them cannot answer is refused with {@code CANNOT_ANSWER} and a
 * hint, before anything is spent. An answer without events is not an error.
 *
 * <pre>{@code
 * try (Workspace workspace = Workspace.open()) {
 *   DateRange january = DateRange.of("2026-01-01", "2026-01-31");
 *   SegmentationRequest request = SegmentationRequest.of("Sign up", january).with(r -> r.on("plan"));
 *   workspace.reports().segmentation(request).series().forEach(
 *       (plan, days) -> System.out.println(plan + ": " + days));
 * }
 * }</pre>
 */
public interface Reports {
  /** Answers any kind of report. */
  <Q extends Record, R extends ReportResult> R answer(Report<Q, R> report, Q request);

  /** Counts an event over time. */
  default SegmentationResult segmentation(SegmentationRequest request) {
    return answer(Report.SEGMENTATION, request);
  }

  /** Computes metrics over time. */
  default InsightsResult insights(InsightsRequest request) {
    return answer(Report.INSIGHTS, request);
  }

  /** Counts an event by ranges of a numeric property. */
  default NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return answer(Report.SEGMENTATION_NUMERIC, request);
  }

  /** Adds up a numeric property over time. */
  default NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return answer(Report.SEGMENTATION_SUM, request);
  }

  /** Averages a numeric property over time. */
  default NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return answer(Report.SEGMENTATION_AVERAGE, request);
  }

  /** Counts several events over time. */
  default EventCountsResult eventCounts(EventCountsRequest request) {
    return answer(Report.EVENT_COUNTS, request);
  }

  /** Counts an event for each value of a property. */
  default PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return answer(Report.PROPERTY_COUNTS, request);
  }

  /** Counts the users who get from step to step. */
  default FunnelResult funnel(FunnelRequest request) {
    return answer(Report.FUNNEL, request);
  }

  /** Counts the users who come back. */
  default RetentionResult retention(RetentionRequest request) {
    return answer(Report.RETENTION, request);
  }

  /** Counts users by the number of hours or days in which they are active. */
  default FrequencyResult frequency(FrequencyRequest request) {
    return answer(Report.FREQUENCY, request);
  }

  /** Returns the events of some users. */
  default ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return answer(Report.ACTIVITY_FEED, request);
  }

  /** Counts the most common values of a property. */
  default DistributionResult distribution(DistributionRequest request) {
    return answer(Report.PROPERTY_DISTRIBUTION, request);
  }

  /** Computes statistics of the numbers of a property. */
  default NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return answer(Report.NUMERIC_SUMMARY, request);
  }

  /** Counts the events of each day, by name. */
  default DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return answer(Report.DAILY_COUNTS, request);
  }

  /** Groups users by their number of events. */
  default EngagementResult engagement(EngagementRequest request) {
    return answer(Report.ENGAGEMENT_DISTRIBUTION, request);
  }

  /** Measures how often properties are set. */
  default CoverageResult coverage(CoverageRequest request) {
    return answer(Report.PROPERTY_COVERAGE, request);
  }

  /** Counts the users active in the days up to each day. Local tables only. */
  default ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return answer(Report.ACTIVE_USERS, request);
  }

  /** Measures how often users come, and for how long. Local tables only. */
  default SessionsResult sessions(SessionsRequest request) {
    return answer(Report.SESSIONS, request);
  }

  /**
   * Finds the events that follow an event, or lead to it. Local tables, unless Mixpanel is asked.
   */
  default FlowResult flow(FlowRequest request) {
    return answer(Report.EVENT_PATHS, request);
  }
}
