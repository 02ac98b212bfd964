package dev.mixpaneldata.report;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/**
 * Asks several adapters in turn: what one refuses before it begins (days that it does not have, a
 * saved funnel that it cannot know), the next may answer.
 */
public final class AutoReports implements Reports {
  private final List<Answerer> answerers;
  private final ReportListener listener;
  private final boolean aboutAll;

  /**
   * One that can be asked.
   *
   * @param name what the listener is told, such as {@code the local table 'jan'}
   */
  public record Answerer(String name, Reports reports) {}

  /**
   * Asks in this order; the listener hears who answered.
   *
   * @param aboutAll whether the reports are about all users, and not about a cohort, which only
   *     local tables know
   */
  public AutoReports(List<Answerer> answerers, ReportListener listener, boolean aboutAll) {
    this.answerers = List.copyOf(answerers);
    this.listener = listener;
    this.aboutAll = aboutAll;
  }

  private <Q extends Record, R> R answer(Q request, BiFunction<Reports, Q, R> report) {
    Map<String, MixpanelDataException> refusals = new LinkedHashMap<>();
    for (Answerer answerer : answerers) {
      try {
        R result = report.apply(answerer.reports(), request);
        listener.answeredBy(answerer.name());
        return result;
      } catch (MixpanelDataException e) {
        if (e.code() != ErrorCode.INVALID_ARGUMENT) {
          throw e;
        }
        refusals.put(answerer.name(), e);
        if (answerers.size() > 1) {
          listener.refusedBy(answerer.name(), String.valueOf(e.getMessage()));
        }
      }
    }
    MixpanelDataException refusal = refusal(refusals);
    throw aboutAll && !ReportOperations.isLocalOnly(request)
        ? refusal
        : refusal.without(Reference.LIVE_SOURCE);
  }

  private static MixpanelDataException refusal(Map<String, MixpanelDataException> refusals) {
    if (refusals.isEmpty()) {
      return MixpanelDataException.of(
          ErrorCode.TABLE_NOT_FOUND,
          "There is no local table of events to compute the report from.",
          Hint.anyOf(
              Hint.way("fetch one with {}", Reference.FETCH_EVENTS),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
    MixpanelDataException first = refusals.values().iterator().next();
    if (refusals.size() == 1) {
      return first;
    }
    String reasons =
        refusals.entrySet().stream()
            .map(e -> "\n  " + e.getKey() + ": " + e.getValue().getMessage())
            .collect(Collectors.joining());
    return first.withMessage("This cannot be answered:" + reasons);
  }

  @Override
  public SegmentationResult segmentation(SegmentationRequest request) {
    return answer(request, Reports::segmentation);
  }

  @Override
  public NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return answer(request, Reports::segmentationNumeric);
  }

  @Override
  public NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return answer(request, Reports::segmentationSum);
  }

  @Override
  public NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return answer(request, Reports::segmentationAverage);
  }

  @Override
  public EventCountsResult eventCounts(EventCountsRequest request) {
    return answer(request, Reports::eventCounts);
  }

  @Override
  public PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return answer(request, Reports::propertyCounts);
  }

  @Override
  public FunnelResult funnel(FunnelRequest request) {
    return answer(request, Reports::funnel);
  }

  @Override
  public RetentionResult retention(RetentionRequest request) {
    return answer(request, Reports::retention);
  }

  @Override
  public FrequencyResult frequency(FrequencyRequest request) {
    return answer(request, Reports::frequency);
  }

  @Override
  public ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return answer(request, Reports::activityFeed);
  }

  @Override
  public DistributionResult distribution(DistributionRequest request) {
    return answer(request, Reports::distribution);
  }

  @Override
  public NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return answer(request, Reports::numericSummary);
  }

  @Override
  public DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return answer(request, Reports::dailyCounts);
  }

  @Override
  public EngagementResult engagement(EngagementRequest request) {
    return answer(request, Reports::engagement);
  }

  @Override
  public CoverageResult coverage(CoverageRequest request) {
    return answer(request, Reports::coverage);
  }

  @Override
  public ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return answer(request, Reports::activeUsers);
  }

  @Override
  public SessionsResult sessions(SessionsRequest request) {
    return answer(request, Reports::sessions);
  }

  @Override
  public FlowResult flow(FlowRequest request) {
    return answer(request, Reports::flow);
  }
}
