package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.NumericSeriesRequest;
import dev.mixpaneldata.report.NumericSeriesResult;
import dev.mixpaneldata.value.HourOrDay;
import dev.mixpaneldata.value.Json;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reads {@code {"computed_at": …, "results": {bucket: number}}}. */
final class NumericSeriesReader {
  private NumericSeriesReader() {}

  static NumericSeriesResult read(
      NumericSeriesRequest request, Json answer, @Nullable Double nothing) {
    JsonNode root = Mappers.read(answer.text());
    Map<String, @Nullable Double> results = new TreeMap<>();
    LenientReader.fields(root.path("results"))
        .forEach(
            (bucket, number) ->
                results.put(
                    BucketNames.of(bucket, request.unit().unit()),
                    LenientReader.number(number).orElse(null)));
    if (request.unit() == HourOrDay.DAY || results.isEmpty()) {
      for (String bucket : Buckets.of(request.range(), request.unit().unit())) {
        results.putIfAbsent(bucket, nothing);
      }
    }
    return NumericSeriesResult.of(
        request, results, LenientReader.text(root.path("computed_at")), Optional.of(answer));
  }
}
