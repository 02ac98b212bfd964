package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.jql.JqlResult;
import dev.mixpaneldata.report.CountType;
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
import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import dev.mixpaneldata.report.ReportListener;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * The five statistics that Mixpanel has no report for. Its other queries answer what they can
 * answer exactly, scripts in maintenance mode the rest. Where scripts are gone, other queries
 * answer as well as they can, and the listener is told what is missing.
 */
final class Statistics {
  private static final String TEXTS =
      "Mixpanel no longer runs JQL; its Insights gives all values as texts.";
  private static final String NO_SPREAD =
      "Mixpanel no longer runs JQL; its Insights has no standard deviation.";

  private final QueryReports queries;
  private final InsightsStatistics insights;
  private final JqlStatistics scripts;
  private final ReportListener listener;

  Statistics(
      QueryReports queries,
      InsightsStatistics insights,
      JqlStatistics scripts,
      ReportListener listener) {
    this.queries = queries;
    this.insights = insights;
    this.scripts = scripts;
    this.listener = listener;
  }

  DailyCountsResult dailyCounts(DailyCountsRequest request) {
    return request.events().isEmpty()
        ? byScript(() -> scripts.dailyCounts(request), () -> insights.dailyCounts(request))
        : ofNamedEvents(request);
  }

  private DailyCountsResult ofNamedEvents(DailyCountsRequest request) {
    EventCountsResult answer =
        queries.eventCounts(
            EventCountsRequest.of(request.events(), request.range())
                .with(r -> r.type(CountType.GENERAL)));
    Map<LocalDate, Map<String, Long>> counts = new TreeMap<>();
    answer
        .series()
        .forEach(
            (event, days) ->
                days.forEach(
                    (day, count) ->
                        counts
                            .computeIfAbsent(LocalDate.parse(day), d -> new TreeMap<>())
                            .put(event, count.longValue())));
    return DailyCountsResult.of(request, counts, answer.raw());
  }

  CoverageResult coverage(CoverageRequest request) {
    try {
      return insights.coverage(request);
    } catch (MixpanelDataException e) {
      return switch (e.code()) {
        // The project's plan or Mixpanel's query engine has no Insights of this form.
        case QUERY_FAILED, NOT_FOUND, PERMISSION_DENIED, PLAN_LIMIT, BAD_RESPONSE ->
            byScript(() -> scripts.coverage(request));
        default -> throw e;
      };
    }
  }

  DistributionResult distribution(DistributionRequest request) {
    return byScript(
        () -> scripts.distribution(request),
        () -> noting(TEXTS, () -> insights.distribution(request)));
  }

  NumericSummaryResult numericSummary(NumericSummaryRequest request) {
    return byScript(
        () -> scripts.numericSummary(request),
        () -> noting(NO_SPREAD, () -> insights.numericSummary(request)));
  }

  EngagementResult engagement(EngagementRequest request) {
    return byScript(() -> scripts.engagement(request));
  }

  private <R> R byScript(Supplier<R> script, Supplier<R> otherwise) {
    try {
      return byScript(script);
    } catch (MixpanelDataException e) {
      if (e.code() != ErrorCode.CANNOT_ANSWER) {
        throw e;
      }
      return otherwise.get();
    }
  }

  private <R> R byScript(Supplier<R> script) {
    return noting(JqlResult.MAINTENANCE, script);
  }

  private <R> R noting(String note, Supplier<R> answer) {
    R result = answer.get();
    listener.warning(note);
    return result;
  }
}
