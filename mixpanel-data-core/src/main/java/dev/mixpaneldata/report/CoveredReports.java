package dev.mixpaneldata.report;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.Store;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Reports by whichever local table can answer, the one fetched last first; where none can, by
 * Mixpanel, if that is wanted. A table can answer if it was fetched for all the days and events
 * asked for, after these days were over.
 */
public final class CoveredReports implements Reports {
  private final Store store;
  private final ReportListener listener;
  private final Optional<Supplier<Reports>> otherwise;

  /** Without a table that can answer, {@code otherwise} does; without that, nobody. */
  public CoveredReports(
      Store store, ReportListener listener, Optional<Supplier<Reports>> otherwise) {
    this.store = store;
    this.listener = listener;
    this.otherwise = otherwise;
  }

  private <T> T answer(Function<Reports, T> question) {
    MixpanelDataException refusal =
        new MixpanelDataException(
            ErrorCode.TABLE_NOT_FOUND,
            "There is no local table of events.",
            "Fetch events first, or ask Mixpanel.");
    for (TableInfo table : newestFirst()) {
      try {
        LocalScope scope = LocalScope.of(table.name()).withListener(listener).withSettledDays();
        T answer = question.apply(store.reports(scope));
        listener.answered(Source.LOCAL, Optional.of(table.name()));
        return answer;
      } catch (MixpanelDataException e) {
        if (e.code() != ErrorCode.INVALID_ARGUMENT) {
          throw e;
        }
        refusal = e;
      }
    }
    if (otherwise.isEmpty()) {
      throw refusal;
    }
    T answer = question.apply(otherwise.get().get());
    listener.answered(Source.LIVE, Optional.empty());
    return answer;
  }

  private List<TableInfo> newestFirst() {
    return store.tables().list().stream()
        .filter(table -> table.type() == TableType.EVENTS)
        .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
        .toList();
  }

  @Override
  public SegmentationResult segmentation(SegmentationRequest request) {
    return answer(reports -> reports.segmentation(request));
  }

  @Override
  public NumericBucketsResult segmentationNumeric(NumericBucketsRequest request) {
    return answer(reports -> reports.segmentationNumeric(request));
  }

  @Override
  public NumericSeriesResult segmentationSum(NumericSeriesRequest request) {
    return answer(reports -> reports.segmentationSum(request));
  }

  @Override
  public NumericSeriesResult segmentationAverage(NumericSeriesRequest request) {
    return answer(reports -> reports.segmentationAverage(request));
  }

  @Override
  public EventCountsResult eventCounts(EventCountsRequest request) {
    return answer(reports -> reports.eventCounts(request));
  }

  @Override
  public PropertyCountsResult propertyCounts(PropertyCountsRequest request) {
    return answer(reports -> reports.propertyCounts(request));
  }

  @Override
  public FunnelResult funnel(FunnelRequest request) {
    return answer(reports -> reports.funnel(request));
  }

  @Override
  public RetentionResult retention(RetentionRequest request) {
    return answer(reports -> reports.retention(request));
  }

  @Override
  public FrequencyResult frequency(FrequencyRequest request) {
    return answer(reports -> reports.frequency(request));
  }

  @Override
  public ActivityFeedResult activityFeed(ActivityFeedRequest request) {
    return answer(reports -> reports.activityFeed(request));
  }

  @Override
  public DistributionResult distribution(DistributionRequest request) {
    return answer(reports -> reports.distribution(request));
  }

  @Override
  public NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return answer(reports -> reports.numericSummary(request));
  }

  @Override
  public DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return answer(reports -> reports.dailyCounts(request));
  }

  @Override
  public EngagementResult engagement(EngagementRequest request) {
    return answer(reports -> reports.engagement(request));
  }

  @Override
  public CoverageResult coverage(CoverageRequest request) {
    return answer(reports -> reports.coverage(request));
  }

  @Override
  public ActiveUsersResult activeUsers(ActiveUsersRequest request) {
    return answer(reports -> reports.activeUsers(request));
  }

  @Override
  public FlowResult flow(FlowRequest request) {
    return answer(reports -> reports.flow(request));
  }
}
