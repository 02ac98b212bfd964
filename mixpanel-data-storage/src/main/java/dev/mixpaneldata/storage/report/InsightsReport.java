package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsLine;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsResult;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Computes metrics over time. */
final class InsightsReport {
  private static final Set<Measure> COMPUTED =
      Set.of(
          Measure.TOTAL,
          Measure.UNIQUE,
          Measure.DAU,
          Measure.WAU,
          Measure.MAU,
          Measure.CUMULATIVE_UNIQUE,
          Measure.AVERAGE,
          Measure.MEDIAN,
          Measure.MIN,
          Measure.MAX,
          Measure.P25,
          Measure.P75,
          Measure.P90,
          Measure.P99,
          Measure.PERCENTILE,
          Measure.UNIQUE_VALUES);

  private final ReportContext session;
  private final InsightsRequest request;
  private final List<Metric> metrics;
  private boolean limitHit;

  InsightsReport(ReportContext session, InsightsRequest request) {
    this.session = session;
    this.request = request;
    this.metrics = request.resolvedMetrics();
  }

  InsightsResult run() throws SQLException {
    metrics.forEach(this::refuseForeign);
    for (Grouping by : request.by()) {
      refuse(by.users().filter(Cohort::isMixpanels).isPresent(), "The cohort " + by.cohortTitle());
    }
    DateRange range =
        request.range().isPresent()
            ? request.range().get()
            : session.coverage().last(request.last().orElse(InsightsRequest.DEFAULT_LAST));
    Optional<DateRange> before = request.compare().map(offset -> offset.before(range));
    for (Metric metric : metrics) {
      session.coverage().require(metric.measureOrTotal().read(range), names(metric));
      if (before.isPresent()) {
        session.coverage().require(metric.measureOrTotal().read(before.get()), names(metric));
      }
    }
    InsightsLines now = new InsightsLines(request, buckets(range));
    Optional<InsightsLines> then =
        before.map(earlier -> new InsightsLines(request, buckets(earlier)));
    for (Metric metric : metrics) {
      MetricRows rows = new MetricRows(session, request, metric);
      List<List<String>> segments = segments(rows, range);
      add(now, metric, rows, range, segments);
      if (before.isPresent() && then.isPresent()) {
        add(then.get(), metric, rows, before.get(), segments);
      }
    }
    return InsightsResult.of(
        request, range, lines(now, then), Optional.of(limitHit), Optional.empty());
  }

  /** Returns the names of a metric's events; none for all events. */
  static List<String> names(Metric metric) {
    return metric.events().contains(Metric.ALL_EVENTS) ? List.of() : metric.events();
  }

  private void refuseForeign(Metric metric) {
    refuse(metric.cohortId().isPresent(), "The size of a cohort");
    refuse(metric.savedMetricId().isPresent(), "A saved metric");
    refuse(metric.customEventId().isPresent(), "A custom event");
    Measure measure = metric.measureOrTotal();
    refuse(!COMPUTED.contains(measure), "The measure " + measure.name().toLowerCase(Locale.ROOT));
    refuse(
        measure.activeDays() > 0 && (request.total() || request.unit() != BucketUnit.DAY),
        "The measure " + measure.name().toLowerCase(Locale.ROOT) + " by another unit than the day");
  }

  private static void refuse(boolean foreign, String what) {
    if (foreign) {
      throw MixpanelDataException.cannotAnswer(
          what + " is known to Mixpanel alone.",
          Hint.of("Ask Mixpanel with {}.", Reference.LIVE_SOURCE));
    }
  }

  private List<String> buckets(DateRange range) {
    return request.total() ? List.of(InsightsResult.ALL) : Buckets.of(range, request.unit());
  }

  private List<List<String>> segments(MetricRows rows, DateRange range) throws SQLException {
    if (request.by().isEmpty()) {
      return List.of();
    }
    List<List<String>> found = rows.segments(range);
    limitHit |= found.size() > request.limit();
    return found.subList(0, Math.min(found.size(), request.limit()));
  }

  /** Adds the numbers of all, and of the segments of each level. */
  private void add(
      InsightsLines lines,
      Metric metric,
      MetricRows rows,
      DateRange range,
      List<List<String>> segments)
      throws SQLException {
    Map<List<String>, Map<String, Number>> all = new LinkedHashMap<>();
    for (int level = 0; level <= request.by().size(); level++) {
      int depth = level;
      Set<List<String>> wanted = new LinkedHashSet<>();
      segments.forEach(segment -> wanted.add(segment.subList(0, depth)));
      if (depth == 0) {
        wanted.add(List.of());
      } else if (wanted.isEmpty()) {
        break;
      }
      Map<List<String>, Map<String, Number>> numbers = rows.numbers(range, depth, wanted);
      wanted.forEach(segment -> all.put(segment, numbers.getOrDefault(segment, Map.of())));
    }
    lines.add(metric.measureOrTotal(), all);
  }

  private static List<InsightsLine> lines(InsightsLines now, Optional<InsightsLines> then) {
    List<InsightsLine> lines = now.lines();
    if (then.isEmpty()) {
      return lines;
    }
    Map<List<String>, Map<String, @Nullable Number>> earlier = new LinkedHashMap<>();
    then.get().lines().forEach(line -> earlier.put(key(line), line.values()));
    return lines.stream()
        .map(line -> line.comparedWith(earlier.getOrDefault(key(line), Map.of())))
        .toList();
  }

  private static List<String> key(InsightsLine line) {
    List<String> key = new ArrayList<>(List.of(line.metric()));
    key.addAll(line.segment());
    return key;
  }
}
