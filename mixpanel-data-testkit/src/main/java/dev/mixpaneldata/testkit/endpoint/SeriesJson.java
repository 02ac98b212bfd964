package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Series in Mixpanel's JSON: {@code {"data": {"series": […], "values": {…}}, …}}. */
final class SeriesJson {
  private SeriesJson() {}

  /** Returns series with zeros, as segmentations have them. */
  static ObjectNode dense(Map<String, Map<String, Number>> series) {
    return write(series, true);
  }

  /**
   * Returns series without zeros, as the samples of events and of numeric segmentations have them.
   */
  static ObjectNode sparse(Map<String, Map<String, Number>> series) {
    return write(series, false);
  }

  private static ObjectNode write(Map<String, Map<String, Number>> series, boolean zeros) {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ObjectNode data = answer.putObject("data");
    Set<String> buckets = new TreeSet<>();
    series.values().forEach(numbers -> buckets.addAll(numbers.keySet()));
    var names = data.putArray("series");
    buckets.forEach(bucket -> names.add(bucket(bucket)));
    ObjectNode values = data.putObject("values");
    series.forEach(
        (segment, numbers) -> {
          ObjectNode row = values.putObject(segment);
          numbers.forEach(
              (bucket, number) -> {
                if (zeros || number.doubleValue() != 0) {
                  put(row, bucket(bucket), number);
                }
              });
        });
    answer.put("legend_size", series.size());
    return answer;
  }

  /** Returns a bucket as {@code 2026-01-05 13:00:00}, not {@code 2026-01-05T13:00:00}. */
  static String bucket(String name) {
    return name.replace('T', ' ');
  }

  private static void put(ObjectNode row, String bucket, Number number) {
    if (number instanceof Long count) {
      row.put(bucket, count);
    } else {
      row.put(bucket, number.doubleValue());
    }
  }
}
