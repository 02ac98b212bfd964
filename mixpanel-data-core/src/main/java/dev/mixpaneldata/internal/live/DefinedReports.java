package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Report;
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

  DefinedReports(MixpanelHttp http, Pacer pacer, ProjectTimes times) {
    this.http = http;
    this.pacer = pacer;
    this.times = times;
  }

  private InsightsResult insights(InsightsRequest request) {
    Definition definition = Definitions.of(Report.INSIGHTS, request);
    LocalDate today = LocalDate.ofInstant(pacer.now(), times.known().orElse(ZoneOffset.UTC));
    return InsightsReader.read(request, today, ask(definition)).definedBy(definition.params());
  }

  private SegmentationResult segmentation(SegmentationRequest request) {
    // The result computes rolling averages and sums itself, from the first bucket on.
    SegmentationRequest plain = request.with(r -> r.running(SeriesTransform.NONE));
    return DefinedSeries.read(request, ask(Definitions.of(Report.SEGMENTATION, plain)));
  }

  private FunnelResult funnel(FunnelRequest request) {
    return DefinedFunnel.read(request, ask(Definitions.of(Report.FUNNEL, request)));
  }

  private RetentionResult retention(RetentionRequest request) {
    RetentionProgress progress =
        times
            .known()
            .map(zone -> RetentionProgress.in(zone, request, pacer.now()))
            .orElseGet(() -> RetentionProgress.anywhere(request, pacer.now()));
    return RetentionReader.readCurve(
        request, progress, ask(Definitions.of(Report.RETENTION, request)));
  }

  private FlowResult flow(FlowRequest request) {
    return FlowReader.read(request, ask(Definitions.of(Report.EVENT_PATHS, request)));
  }

  private Json ask(Definition definition) {
    return http.send(definition.call(http.credentials().projectId())).json();
  }
}
