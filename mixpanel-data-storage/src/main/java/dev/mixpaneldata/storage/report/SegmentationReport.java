package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.storage.expression.Condition;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.storage.expression.SqlValues;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Counts an event over time. */
final class SegmentationReport {
  private final ReportContext session;

  SegmentationReport(ReportContext session) {
    this.session = session;
  }

  SegmentationResult run(SegmentationRequest request) throws SQLException {
    session.coverage().require(request.range(), List.of(request.event()));
    EventRows rows = session.rows();
    Condition where = session.condition(rows, request.where());
    Optional<SegmentKey> key = GroupKeys.joined(session, rows, request.groupings());
    Select base =
        session.passing(
            rows,
            "event_name = "
                + SqlValues.text(request.event())
                + " AND "
                + session.within(request.range()),
            where);
    CountedSeries series = series(request);
    if (key.isEmpty()) {
      Map<String, Number> counts = series.count(session, base, where.passes());
      return result(request, series, Map.of(request.event(), counts));
    }
    CountedSeries.Split split =
        series.split(
            session,
            base,
            where.passes(),
            key.get(),
            Segments.largest(request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT))
                .amongMany(rows.areVaried()));
    return result(request, series, split.counts())
        .ofAll(split.events(), split.segments(), split.others());
  }

  private static SegmentationResult result(
      SegmentationRequest request, CountedSeries series, Map<String, Map<String, Number>> counts) {
    return SegmentationResult.of(
        request, series.dense(counts, bucketNames(request)), Optional.empty());
  }

  private CountedSeries series(SegmentationRequest request) {
    LocalClock clock = session.clock();
    return new CountedSeries(
        request.type(),
        request.interval().isPresent()
            ? clock.bucketOfDays("event_time", request.range(), request.interval().get())
            : clock.bucket("event_time", request.range(), request.unit()),
        request.unit());
  }

  private static List<String> bucketNames(SegmentationRequest request) {
    return request
        .interval()
        .map(days -> Buckets.ofDays(request.range(), days))
        .orElseGet(() -> Buckets.of(request.range(), request.unit()));
  }
}
