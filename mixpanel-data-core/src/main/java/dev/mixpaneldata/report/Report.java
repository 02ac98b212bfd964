package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A kind of report, declared once. Commands, tools and the reference derive from the list in {@link
 * #all()}; implementations of {@link Reports} define for each kind how they compute it.
 *
 * @param id its name as an operation, {@code segmentation}
 * @param command its place among the commands, {@code query segmentation}
 * @param summary one sentence for users, without a full stop
 * @param request the record of its parameters
 * @param result the record of its answer
 * @param localOnly whether local tables answer it unless Mixpanel is asked for; most of these
 *     Mixpanel lacks
 * @param scripted whether Mixpanel answers it by scripts in its maintenance mode, so that a local
 *     table that can answer is preferred
 * @param <Q> the request
 * @param <R> the answer
 */
public record Report<Q extends Record, R extends ReportResult>(
    String id,
    String command,
    String summary,
    Class<Q> request,
    Class<R> result,
    boolean localOnly,
    boolean scripted) {
  private static final List<Report<?, ?>> ALL = new ArrayList<>();

  public static final Report<SegmentationRequest, SegmentationResult> SEGMENTATION =
      anywhere(
          "segmentation",
          "query segmentation",
          "How often an event happened over time, also split by a property",
          SegmentationRequest.class,
          SegmentationResult.class);

  public static final Report<InsightsRequest, InsightsResult> INSIGHTS =
      anywhere(
          "insights",
          "query insights",
          "Measures of events over time: users, sums, percentiles, formulas, comparisons",
          InsightsRequest.class,
          InsightsResult.class);

  public static final Report<FunnelRequest, FunnelResult> FUNNEL =
      anywhere(
          "funnel",
          "query funnel",
          "How many users get from step to step of a funnel",
          FunnelRequest.class,
          FunnelResult.class);

  public static final Report<RetentionRequest, RetentionResult> RETENTION =
      anywhere(
          "retention",
          "query retention",
          "How many users who did one event came back for another",
          RetentionRequest.class,
          RetentionResult.class);

  public static final Report<EventCountsRequest, EventCountsResult> EVENT_COUNTS =
      anywhere(
          "event_counts",
          "query event-counts",
          "How often several events happened, side by side",
          EventCountsRequest.class,
          EventCountsResult.class);

  public static final Report<PropertyCountsRequest, PropertyCountsResult> PROPERTY_COUNTS =
      anywhere(
          "property_counts",
          "query property-counts",
          "How often an event happened with each value of a property",
          PropertyCountsRequest.class,
          PropertyCountsResult.class);

  public static final Report<ActivityFeedRequest, ActivityFeedResult> ACTIVITY_FEED =
      anywhere(
          "activity_feed",
          "query activity-feed",
          "What users did, event by event",
          ActivityFeedRequest.class,
          ActivityFeedResult.class);

  public static final Report<FrequencyRequest, FrequencyResult> FREQUENCY =
      anywhere(
          "frequency",
          "query frequency",
          "In how many hours or days users were active",
          FrequencyRequest.class,
          FrequencyResult.class);

  public static final Report<NumericBucketsRequest, NumericBucketsResult> SEGMENTATION_NUMERIC =
      anywhere(
          "segmentation_numeric",
          "query segmentation-numeric",
          "How often a numeric property had values in each range, over time",
          NumericBucketsRequest.class,
          NumericBucketsResult.class);

  public static final Report<NumericSeriesRequest, NumericSeriesResult> SEGMENTATION_SUM =
      anywhere(
          "segmentation_sum",
          "query segmentation-sum",
          "The sum of a numeric property over time",
          NumericSeriesRequest.class,
          NumericSeriesResult.class);

  public static final Report<NumericSeriesRequest, NumericSeriesResult> SEGMENTATION_AVERAGE =
      anywhere(
          "segmentation_average",
          "query segmentation-average",
          "The average of a numeric property over time",
          NumericSeriesRequest.class,
          NumericSeriesResult.class);

  public static final Report<DistributionRequest, DistributionResult> PROPERTY_DISTRIBUTION =
      scripted(
          "property_distribution",
          "inspect distribution",
          "The most common values of a property",
          DistributionRequest.class,
          DistributionResult.class);

  public static final Report<NumericSummaryRequest, NumericSummaryResult> NUMERIC_SUMMARY =
      scripted(
          "numeric_summary",
          "inspect numeric",
          "Minimum, maximum, mean, spread and percentiles of a numeric property",
          NumericSummaryRequest.class,
          NumericSummaryResult.class);

  public static final Report<DailyCountsRequest, DailyCountsResult> DAILY_COUNTS =
      scripted(
          "daily_counts",
          "inspect daily",
          "Events of each day, by name",
          DailyCountsRequest.class,
          DailyCountsResult.class);

  public static final Report<EngagementRequest, EngagementResult> ENGAGEMENT_DISTRIBUTION =
      scripted(
          "engagement_distribution",
          "inspect engagement",
          "Users by their number of events",
          EngagementRequest.class,
          EngagementResult.class);

  public static final Report<CoverageRequest, CoverageResult> PROPERTY_COVERAGE =
      scripted(
          "property_coverage",
          "inspect coverage",
          "How often properties are set",
          CoverageRequest.class,
          CoverageResult.class);

  public static final Report<FlowRequest, FlowResult> EVENT_PATHS =
      localOnly(
          "event_paths",
          "query paths",
          "Flows: which events follow an event or lead to it",
          FlowRequest.class,
          FlowResult.class);

  public static final Report<ActiveUsersRequest, ActiveUsersResult> ACTIVE_USERS =
      localOnly(
          "active_users",
          "query active-users",
          "Daily, weekly and monthly active users, from local tables",
          ActiveUsersRequest.class,
          ActiveUsersResult.class);

  public static final Report<SessionsRequest, SessionsResult> SESSIONS =
      localOnly(
          "sessions",
          "query sessions",
          "Sessions: their number, length and events, from local tables",
          SessionsRequest.class,
          SessionsResult.class);

  /** Returns all reports, in the order of the reference. */
  public static List<Report<?, ?>> all() {
    return List.copyOf(ALL);
  }

  private static <Q extends Record, R extends ReportResult> Report<Q, R> anywhere(
      String id, String command, String summary, Class<Q> request, Class<R> result) {
    return listed(new Report<>(id, command, summary, request, result, false, false));
  }

  private static <Q extends Record, R extends ReportResult> Report<Q, R> scripted(
      String id, String command, String summary, Class<Q> request, Class<R> result) {
    return listed(new Report<>(id, command, summary, request, result, false, true));
  }

  private static <Q extends Record, R extends ReportResult> Report<Q, R> localOnly(
      String id, String command, String summary, Class<Q> request, Class<R> result) {
    return listed(new Report<>(id, command, summary, request, result, true, false));
  }

  private static <Q extends Record, R extends ReportResult> Report<Q, R> listed(
      Report<Q, R> report) {
    ALL.add(report);
    return report;
  }
}
