package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code {"data": {date: [users…]}}}; the reference's text omits {@code data}. The form of a
 * split answer is not documented: segments inside dates and dates inside segments are both read.
 */
final class FrequencyReader {
  private final BucketUnit unit;
  private final Map<String, List<Long>> data = new TreeMap<>();
  private final Map<String, Map<String, List<Long>>> segments = new LinkedHashMap<>();

  private FrequencyReader(BucketUnit unit) {
    this.unit = unit;
  }

  static FrequencyResult read(FrequencyRequest request, Json answer) {
    FrequencyReader reader = new FrequencyReader(request.unit().unit());
    reader.read(
        LenientReader.unwrap(Mappers.read(answer.text()), "results", "data"), SeriesReader.OVERALL);
    boolean whole = request.unit() == CalendarUnit.DAY || reader.data.isEmpty();
    if (whole && reader.segments.isEmpty()) {
      Buckets.of(request.range(), reader.unit).forEach(b -> reader.data.putIfAbsent(b, List.of()));
    }
    return FrequencyResult.of(request, reader.data, reader.segments, Optional.of(answer));
  }

  private void read(JsonNode node, String segment) {
    LenientReader.fields(node)
        .forEach(
            (key, value) -> {
              if (!BucketNames.isDate(key)) {
                read(value, key);
              } else if (value.isArray()) {
                add(segment, key, value);
              } else {
                LenientReader.fields(value).forEach((inner, users) -> add(inner, key, users));
              }
            });
  }

  private void add(String segment, String date, JsonNode users) {
    if (!users.isArray()) {
      return;
    }
    String name = BucketNames.of(date, unit);
    if (segment.equals(SeriesReader.OVERALL)) {
      data.put(name, LenientReader.counts(users));
    } else {
      segments
          .computeIfAbsent(segment, s -> new TreeMap<>())
          .put(name, LenientReader.counts(users));
    }
  }
}
