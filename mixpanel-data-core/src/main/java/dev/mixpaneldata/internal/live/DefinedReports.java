package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.Cohort;
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
import java.time.ZoneOffset;
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
    LocalDate today = LocalDate.ofInstant(pacer.now(), times.known().orElse(ZoneOffset.UTC));
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
        answer -> DefinedSeries.read(request, answer),
        SegmentationResult::definedBy);
  }

  private FunnelResult funnel(FunnelRequest request) {
    return ask(
        Report.FUNNEL,
        request,
        answer -> DefinedFunnel.read(request, answer),
        FunnelResult::definedBy);
  }

  private RetentionResult retention(RetentionRequest request) {
    RetentionProgress progress =
        times
            .known()
            .map(zone -> RetentionProgress.in(zone, request, pacer.now()))
            .orElseGet(() -> RetentionProgress.anywhere(request, pacer.now()));
    return ask(
        Report.RETENTION,
        request,
        answer -> RetentionReader.readCurve(request, progress, answer),
        RetentionResult::definedBy);
  }

  private FlowResult flow(FlowRequest request) {
    return ask(
        Report.EVENT_PATHS,
        request,
        answer -> FlowReader.read(request, answer),
        FlowResult::definedBy);
  }

  private <Q extends Record, R extends ReportResult> R ask(
      Report<Q, R> report, Q request, Function<Json, R> read, BiFunction<R, Json, R> defined) {
    Definition definition = Definitions.of(report, request, cohort);
    R result = read.apply(http.send(definition.call(http.credentials().projectId())).json());
    return defined.apply(result, definition.params());
  }
}
