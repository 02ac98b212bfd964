package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.DatedRequest;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.report.definition.Definition;
import dev.mixpaneldata.report.definition.Definitions;
import dev.mixpaneldata.report.spi.ReportTable;
import dev.mixpaneldata.report.spi.RetentionProgress;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The reports that Mixpanel computes from their definitions. Thread-safe. */
final class DefinedReports {
  /** The reports that definitions can say. */
  static final ReportTable<DefinedReports, RuntimeException> TABLE =
      new ReportTable<DefinedReports, RuntimeException>(
              "Mixpanel by its definition",
              Hint.of(
                  "Fetch the events with {}, and compute the report from the table with {}.",
                  Reference.FETCH_EVENTS,
                  Reference.LOCAL_TABLE))
          .with(Report.INSIGHTS, DefinedReports::insights)
          .with(Report.SEGMENTATION, DefinedReports::segmentation)
          .with(
              Report.EVENT_COUNTS,
              (defined, request) ->
                  DefinedCounts.events(request, defined.insights(request.asInsights())))
          .with(
              Report.PROPERTY_COUNTS,
              (defined, request) ->
                  DefinedCounts.values(request, defined.insights(request.asInsights())))
          .with(
              Report.SEGMENTATION_SUM,
              (defined, request) ->
                  DefinedCounts.numbers(request, defined.insights(request.sumAsInsights()), 0.0))
          .with(
              Report.SEGMENTATION_AVERAGE,
              (defined, request) ->
                  DefinedCounts.numbers(
                      request, defined.insights(request.averageAsInsights()), null))
          .with(Report.FUNNEL, DefinedReports::funnel)
          .with(Report.RETENTION, DefinedReports::retention)
          .with(Report.EVENT_PATHS, DefinedReports::flow);

  private final MixpanelHttp http;
  private final Pacer pacer;
  private final ProjectTimes times;
  private final Optional<Cohort> cohort;

  DefinedReports(MixpanelHttp http, Pacer pacer, ProjectTimes times, Optional<Cohort> cohort) {
    this.cohort = cohort;
    this.http = http;
    this.pacer = pacer;
    this.times = times;
  }

  private InsightsResult insights(InsightsRequest request) {
    LocalDate today = AnswerDays.today(pacer, times);
    return ask(
        Report.INSIGHTS,
        request,
        answer -> InsightsReader.read(request, today, answer),
        InsightsResult::definedBy);
  }

  private SegmentationResult segmentation(SegmentationRequest request) {
    // The result computes rolling averages and sums itself, from the first bucket on.
    SegmentationRequest plain = request.with(r -> r.running(SeriesTransform.NONE));
    return ask(
        Report.SEGMENTATION,
        plain,
        answer -> DefinedSeries.read(dated(request, answer), answer),
        SegmentationResult::definedBy);
  }

  private FunnelResult funnel(FunnelRequest request) {
    if (request.unit().isPresent()) {
      return trend(request);
    }
    return ask(
        Report.FUNNEL,
        request,
        answer -> DefinedFunnel.read(dated(request, answer), answer),
        FunnelResult::definedBy);
  }

  /**
   * Asks for each bucket: Mixpanel's own line chart has the rate of conversion alone, without the
   * steps between and without times.
   */
  private FunnelResult trend(FunnelRequest request) {
    FunnelRequest asked =
        DatedRequest.dated(request, last -> last.upTo(AnswerDays.today(pacer, times)));
    Definition definition = Definitions.of(Report.FUNNEL, request, cohort);
    FunnelTrend trend = FunnelTrend.of(asked);
    List<FunnelResult> buckets = new ArrayList<>();
    for (FunnelRequest bucket : trend.buckets()) {
      buckets.add(funnel(bucket));
    }
    return trend.joined(buckets).definedBy(definition.params());
  }

  private RetentionResult retention(RetentionRequest request) {
    return ask(
        Report.RETENTION,
        request,
        answer -> {
          RetentionRequest asked = dated(request, answer);
          RetentionProgress progress =
              times
                  .known()
                  .map(zone -> RetentionProgress.in(zone, asked, pacer.now()))
                  .orElseGet(() -> RetentionProgress.anywhere(asked, pacer.now()));
          return RetentionReader.readCurve(asked, progress, answer);
        },
        RetentionResult::definedBy);
  }

  private FlowResult flow(FlowRequest request) {
    return ask(
        Report.EVENT_PATHS,
        request,
        answer -> FlowReader.read(dated(request, answer), answer),
        FlowResult::definedBy);
  }

  /** Returns the request about the days that Mixpanel answered about. */
  private <Q extends Record> Q dated(Q request, Json answer) {
    return DatedRequest.dated(
        request,
        last -> AnswerDays.of(answer).orElseGet(() -> last.upTo(AnswerDays.today(pacer, times))));
  }

  private <Q extends Record, R extends ReportResult> R ask(
      Report<Q, R> report, Q request, Function<Json, R> read, BiFunction<R, Json, R> defined) {
    Definition definition = Definitions.of(report, request, cohort);
    R result = read.apply(http.send(definition.call(http.credentials().projectId())).json());
    return defined.apply(result, definition.params());
  }
}
