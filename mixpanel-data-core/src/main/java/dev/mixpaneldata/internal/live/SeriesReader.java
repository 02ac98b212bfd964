package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Lenient;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.Buckets;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.Series;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.TimeUnit;
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
  /** The sum of all segments beside them, which is none of them. */
  static final String OVERALL = "$overall";

  private final TimeUnit unit;
  private final CountType type;
  private final Set<String> buckets = new TreeSet<>();
  private final Map<String, Map<String, Number>> values = new LinkedHashMap<>();

  private SeriesReader(TimeUnit unit, CountType type) {
    this.unit = unit;
    this.type = type;
  }

  static SeriesReader of(Json answer, TimeUnit unit, CountType type) {
    SeriesReader reader = new SeriesReader(unit, type);
    JsonNode data = Lenient.unwrap(Mappers.read(answer.text()), "data");
    Lenient.texts(data.path("series")).forEach(b -> reader.buckets.add(BucketNames.of(b, unit)));
    Lenient.fields(data.path("values")).forEach(reader::add);
    return reader;
  }

  private void add(String segment, JsonNode numbers) {
    if (segment.equals(OVERALL)) {
      return;
    }
    Map<String, Number> read = new TreeMap<>();
    Lenient.fields(numbers)
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
        ? (Number) Lenient.number(node).orElse(0.0)
        : (Number) Lenient.count(node);
  }

  /** Every segment with a number for every bucket. */
  Map<String, Map<String, Number>> dense(DateRange range) {
    return Series.dense(values, bucketsOf(range), zero());
  }

  /** The same with these segments first, and there even if nothing happened. */
  Map<String, Map<String, Number>> dense(DateRange range, List<String> segments) {
    Map<String, Map<String, Number>> all = new LinkedHashMap<>();
    segments.forEach(segment -> all.put(segment, Map.of()));
    all.putAll(values);
    return Series.dense(all, bucketsOf(range), zero());
  }

  /** The series of a segmentation; {@code folded} ones were asked for by day. */
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

  /** Days are known; of other units Mixpanel's own buckets are taken where it names any. */
  private Set<String> bucketsOf(DateRange range) {
    Set<String> all = new TreeSet<>(buckets);
    if (unit == TimeUnit.DAY || buckets.isEmpty()) {
      all.addAll(Buckets.of(range, unit));
    }
    return all;
  }

  private Number zero() {
    return type == CountType.AVERAGE ? (Number) 0.0 : (Number) 0L;
  }
}
