package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.DailyCountsRequest;
import dev.mixpaneldata.report.DailyCountsResult;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.PropertyCountsRequest;
import dev.mixpaneldata.report.PropertyCountsResult;
import dev.mixpaneldata.storage.expression.SegmentKey;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Counts events over time, by name or by value of a property. */
final class CountsReports {
  private static final SegmentKey BY_NAME = new SegmentKey("event_name", false);

  private final ReportContext session;

  CountsReports(ReportContext session) {
    this.session = session;
  }

  EventCountsResult run(EventCountsRequest request) throws SQLException {
    CountedSeries series = series(request.type(), request.range(), request.unit());
    List<String> events = session.coverage().answerable(request.events());
    Map<String, Map<String, Number>> counts = byName(series, events, request.range());
    Map<String, Map<String, Number>> asked = new LinkedHashMap<>();
    events.forEach(name -> asked.put(name, counts.getOrDefault(name, Map.of())));
    return EventCountsResult.of(
        request,
        series.dense(asked, Buckets.of(request.range(), request.unit())),
        Optional.empty());
  }

  DailyCountsResult run(DailyCountsRequest request) throws SQLException {
    CountedSeries series = series(CountType.GENERAL, request.range(), BucketUnit.DAY);
    List<String> events = session.coverage().answerable(request.events());
    Map<String, Map<String, Number>> byName =
        new TreeMap<>(byName(series, events, request.range()));
    events.forEach(name -> byName.putIfAbsent(name, Map.of()));
    List<DailyCountsResult.DailyCount> counts = new ArrayList<>();
    for (String day : Buckets.of(request.range(), BucketUnit.DAY)) {
      byName.forEach(
          (name, days) ->
              counts.add(
                  new DailyCountsResult.DailyCount(
                      LocalDate.parse(day), name, days.getOrDefault(day, 0L).longValue())));
    }
    return new DailyCountsResult(
        request.range().from(), request.range().to(), request.events(), counts, Optional.empty());
  }

  PropertyCountsResult run(PropertyCountsRequest request) throws SQLException {
    List<String> event = List.of(request.event());
    session.coverage().require(request.range(), event);
    EventRows rows = session.rows();
    SegmentKey key = session.compiler(rows).key(Expression.property(request.propertyName()));
    CountedSeries series = series(request.type(), request.range(), request.unit());
    Select base = session.passing(rows, session.events(event, request.range()));
    Segments wanted =
        request.values().isEmpty()
            ? Segments.largest(request.limit())
            : Segments.named(request.values());
    Map<String, Map<String, Number>> counts =
        series.split(session, base, "TRUE", key, wanted.amongMany(rows.areVaried())).counts();
    tellUnknown(request, counts);
    request.values().forEach(value -> counts.putIfAbsent(value, Map.of()));
    return PropertyCountsResult.of(
        request,
        series.dense(counts, Buckets.of(request.range(), request.unit())),
        Optional.empty());
  }

  private void tellUnknown(PropertyCountsRequest request, Map<String, ?> counts) {
    for (String value : request.values()) {
      if (!counts.containsKey(value)) {
        session
            .scope()
            .listener()
            .warning(
                "None of these events has the value '%s' of '%s'."
                    .formatted(value, request.propertyName()));
      }
    }
  }

  private Map<String, Map<String, Number>> byName(
      CountedSeries series, List<String> events, DateRange range) throws SQLException {
    session.coverage().require(range, events);
    Select rows = session.rows().select(session.events(events, range));
    return series.split(session, rows, "TRUE", BY_NAME, Segments.all()).counts();
  }

  private CountedSeries series(CountType type, DateRange range, BucketUnit unit) {
    return new CountedSeries(type, session.clock().bucket("event_time", range, unit), unit);
  }
}
