package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Reads {@code {"data": {"series": [bucket…], "values": {segment: {bucket: number}}}}}. The buckets
 * come in any order and lack those of zero (samples of the query API reference).
 */
final class SeriesReader {
  /** The key of the sum of all segments, which is not a segment. */
  static final String OVERALL = "$overall";

  private final BucketUnit unit;
  private final CountType type;
  private final Set<String> buckets = new TreeSet<>();
  private final Map<String, Map<String, Number>> values = new LinkedHashMap<>();

  private SeriesReader(BucketUnit unit, CountType type) {
    this.unit = unit;
    this.type = type;
  }

  static SeriesReader of(Json answer, BucketUnit unit, CountType type) {
    SeriesReader reader = new SeriesReader(unit, type);
    JsonNode data = LenientReader.unwrap(Mappers.read(answer.text()), "data");
    LenientReader.texts(data.path("series"))
        .forEach(b -> reader.buckets.add(BucketNames.of(b, unit)));
    LenientReader.fields(data.path("values")).forEach(reader::add);
    return reader;
  }

  private void add(String segment, JsonNode numbers) {
    if (segment.equals(OVERALL)) {
      return;
    }
    Map<String, Number> read = new TreeMap<>();
    LenientReader.fields(numbers)
        .forEach(
            (bucket, number) -> {
              String name = BucketNames.of(bucket, unit);
              buckets.add(name);
              read.put(name, number(number));
            });
    values.put(segment, read);
  }

  private Number number(JsonNode node) {
    return type == CountType.AVERAGE
        ? (Number) LenientReader.number(node).orElse(0.0)
        : (Number) LenientReader.count(node);
  }

  /** Returns every segment with a number for every bucket. */
  Map<String, Map<String, Number>> dense(DateRange range) {
    return Series.dense(values, bucketsOf(range), zero());
  }

  /**
   * Returns every segment with a number for every bucket; these segments come first, even without
   * events.
   */
  Map<String, Map<String, Number>> dense(DateRange range, List<String> segments) {
    Map<String, Map<String, Number>> all = new LinkedHashMap<>();
    segments.forEach(segment -> all.put(segment, Map.of()));
    all.putAll(values);
    return Series.dense(all, bucketsOf(range), zero());
  }

  /** Returns the series of a segmentation; {@code folded} ones were requested by day. */
  Map<String, Map<String, Number>> segmentation(SegmentationRequest request, boolean folded) {
    DateRange range = request.range();
    List<String> events = request.on().isPresent() ? List.of() : List.of(request.event());
    if (request.interval().isEmpty()) {
      return dense(range, events);
    }
    int days = request.interval().get();
    if (folded) {
      values.replaceAll((segment, numbers) -> fold(numbers, range, days));
      buckets.clear();
    }
    if (buckets.isEmpty()) {
      buckets.addAll(Buckets.ofDays(range, days));
    }
    Map<String, Map<String, Number>> all = new LinkedHashMap<>();
    events.forEach(event -> all.put(event, Map.of()));
    all.putAll(values);
    return Series.dense(all, buckets, zero());
  }

  private static Map<String, Number> fold(Map<String, Number> byDay, DateRange range, int days) {
    Map<String, Number> folded = new TreeMap<>();
    byDay.forEach(
        (day, count) -> {
          long since = ChronoUnit.DAYS.between(range.from(), LocalDate.parse(day));
          String start = range.from().plusDays(Math.floorDiv(since, days) * days).toString();
          folded.merge(start, count, (a, b) -> a.longValue() + b.longValue());
        });
    return folded;
  }

  /**
   * Returns the buckets of a range. Days are known; for other units, Mixpanel's own buckets are
   * used if it names any.
   */
  private Set<String> bucketsOf(DateRange range) {
    Set<String> all = new TreeSet<>(buckets);
    if (unit == BucketUnit.DAY || buckets.isEmpty()) {
      all.addAll(Buckets.of(range, unit));
    }
    return all;
  }

  private Number zero() {
    return type == CountType.AVERAGE ? (Number) 0.0 : (Number) 0L;
  }
}
