package dev.mixpaneldata.report;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.operation.Effect;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.operation.ResultType;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The reports as operations. Mixpanel computes those it knows, where nothing else is chosen. */
public final class ReportOperations {
  public static final OperationSpec<SegmentationRequest, SegmentationResult> SEGMENTATION =
      report(
          "segmentation",
          "query segmentation",
          "How often an event happened over time, also split by a property",
          SegmentationRequest.class,
          SegmentationResult.class,
          Reports::segmentation);

  public static final OperationSpec<FunnelRequest, FunnelResult> FUNNEL =
      report(
          "funnel",
          "query funnel",
          "How many get from step to step of a funnel",
          FunnelRequest.class,
          FunnelResult.class,
          Reports::funnel);

  public static final OperationSpec<RetentionRequest, RetentionResult> RETENTION =
      report(
          "retention",
          "query retention",
          "How many of those who did one event came back for another",
          RetentionRequest.class,
          RetentionResult.class,
          Reports::retention);

  public static final OperationSpec<EventCountsRequest, EventCountsResult> EVENT_COUNTS =
      report(
          "event_counts",
          "query event-counts",
          "How often several events happened, side by side",
          EventCountsRequest.class,
          EventCountsResult.class,
          Reports::eventCounts);

  public static final OperationSpec<PropertyCountsRequest, PropertyCountsResult> PROPERTY_COUNTS =
      report(
          "property_counts",
          "query property-counts",
          "How often an event happened with each value of a property",
          PropertyCountsRequest.class,
          PropertyCountsResult.class,
          Reports::propertyCounts);

  public static final OperationSpec<ActivityFeedRequest, ActivityFeedResult> ACTIVITY_FEED =
      report(
          "activity_feed",
          "query activity-feed",
          "What users did, event by event",
          ActivityFeedRequest.class,
          ActivityFeedResult.class,
          Reports::activityFeed);

  public static final OperationSpec<FrequencyRequest, FrequencyResult> FREQUENCY =
      report(
          "frequency",
          "query frequency",
          "In how many hours or days users were active",
          FrequencyRequest.class,
          FrequencyResult.class,
          Reports::frequency);

  public static final OperationSpec<NumericBucketsRequest, NumericBucketsResult>
      SEGMENTATION_NUMERIC =
          report(
              "segmentation_numeric",
              "query segmentation-numeric",
              "How often a numeric property had values of which size, over time",
              NumericBucketsRequest.class,
              NumericBucketsResult.class,
              Reports::segmentationNumeric);

  public static final OperationSpec<NumericSeriesRequest, NumericSeriesResult> SEGMENTATION_SUM =
      report(
          "segmentation_sum",
          "query segmentation-sum",
          "The sum of a numeric property over time",
          NumericSeriesRequest.class,
          NumericSeriesResult.class,
          Reports::segmentationSum);

  public static final OperationSpec<NumericSeriesRequest, NumericSeriesResult>
      SEGMENTATION_AVERAGE =
          report(
              "segmentation_average",
              "query segmentation-average",
              "The average of a numeric property over time",
              NumericSeriesRequest.class,
              NumericSeriesResult.class,
              Reports::segmentationAverage);

  public static final OperationSpec<DistributionRequest, DistributionResult> PROPERTY_DISTRIBUTION =
      report(
          "property_distribution",
          "inspect distribution",
          "The most common values of a property",
          DistributionRequest.class,
          DistributionResult.class,
          Reports::distribution);

  public static final OperationSpec<NumericSummaryRequest, NumericSummaryResult> NUMERIC_SUMMARY =
      report(
          "numeric_summary",
          "inspect numeric",
          "Least, greatest, mean, spread and percentiles of a numeric property",
          NumericSummaryRequest.class,
          NumericSummaryResult.class,
          Reports::numericSummary);

  public static final OperationSpec<DailyCountsRequest, DailyCountsResult> DAILY_COUNTS =
      report(
          "daily_counts",
          "inspect daily",
          "Events of each day, by name",
          DailyCountsRequest.class,
          DailyCountsResult.class,
          Reports::dailyCounts);

  public static final OperationSpec<EngagementRequest, EngagementResult> ENGAGEMENT_DISTRIBUTION =
      report(
          "engagement_distribution",
          "inspect engagement",
          "Users by how many events they did",
          EngagementRequest.class,
          EngagementResult.class,
          Reports::engagement);

  public static final OperationSpec<CoverageRequest, CoverageResult> PROPERTY_COVERAGE =
      report(
          "property_coverage",
          "inspect coverage",
          "How often properties are set",
          CoverageRequest.class,
          CoverageResult.class,
          Reports::coverage);

  public static final OperationSpec<FlowRequest, FlowResult> EVENT_PATHS =
      localReport(
          "event_paths",
          "query paths",
          "Flows: which events follow an event or lead to it, from local tables",
          FlowRequest.class,
          FlowResult.class,
          Reports::flow);

  public static final OperationSpec<ActiveUsersRequest, ActiveUsersResult> ACTIVE_USERS =
      localReport(
          "active_users",
          "query active-users",
          "Daily, weekly and monthly active users, from local tables",
          ActiveUsersRequest.class,
          ActiveUsersResult.class,
          Reports::activeUsers);

  public static final OperationSpec<SessionsRequest, SessionsResult> SESSIONS =
      localReport(
          "sessions",
          "query sessions",
          "How often users come, how long and how much they do, from local tables",
          SessionsRequest.class,
          SessionsResult.class,
          Reports::sessions);

  /** Reports that only local tables answer. */
  public static final List<OperationSpec<?, ?>> LOCAL_ONLY =
      List.of(EVENT_PATHS, ACTIVE_USERS, SESSIONS);

  /** Whether a request is one of those. */
  static boolean isLocalOnly(Record request) {
    return LOCAL_ONLY.stream().anyMatch(operation -> operation.request().isInstance(request));
  }

  private ReportOperations() {}

  private static <Q extends Record, R> OperationSpec<Q, R> report(
      String id,
      String command,
      String summary,
      Class<Q> request,
      Class<R> result,
      BiFunction<Reports, Q, R> report) {
    return report(id, command, summary, request, result, Workspace::reports, report);
  }

  private static <Q extends Record, R> OperationSpec<Q, R> localReport(
      String id,
      String command,
      String summary,
      Class<Q> request,
      Class<R> result,
      BiFunction<Reports, Q, R> report) {
    return report(id, command, summary, request, result, Workspace::localReports, report);
  }

  private static <Q extends Record, R> OperationSpec<Q, R> report(
      String id,
      String command,
      String summary,
      Class<Q> request,
      Class<R> result,
      Function<Workspace, Reports> reports,
      BiFunction<Reports, Q, R> report) {
    return new OperationSpec<>(
        id,
        command,
        summary,
        Effect.READ,
        request,
        ResultType.of(result),
        (workspace, asked) -> report.apply(reports.apply(workspace), asked));
  }

  /** All of them. */
  public static List<OperationSpec<?, ?>> all() {
    return List.of(
        SEGMENTATION,
        FUNNEL,
        RETENTION,
        EVENT_COUNTS,
        PROPERTY_COUNTS,
        ACTIVITY_FEED,
        FREQUENCY,
        SEGMENTATION_NUMERIC,
        SEGMENTATION_SUM,
        SEGMENTATION_AVERAGE,
        PROPERTY_DISTRIBUTION,
        NUMERIC_SUMMARY,
        DAILY_COUNTS,
        ENGAGEMENT_DISTRIBUTION,
        PROPERTY_COVERAGE,
        EVENT_PATHS,
        ACTIVE_USERS,
        SESSIONS);
  }
}
