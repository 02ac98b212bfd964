package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.report.saved.ReportLine;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.value.Json;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Reads the counts of one event over time. */
final class DefinedSeries {
  private DefinedSeries() {}

  static SegmentationResult read(SegmentationRequest request, Json answer) {
    int levels = request.groupings().size();
    boolean split = levels > 0;
    Map<String, Map<String, Number>> values = new LinkedHashMap<>();
    if (!split) {
      values.put(request.event(), Map.of());
    }
    for (ReportLine line : SavedReportResult.read(answer).lines()) {
      // The wholes of inner levels are shorter.
      if (line.segment().size() == levels && !line.segment().contains(SeriesReader.OVERALL)) {
        values.put(
            split ? Grouping.joined(line.segment()) : request.event(), counts(line, request));
      }
    }
    return SegmentationResult.of(
        request,
        Series.dense(values, Buckets.of(request.range(), request.unit()), 0L),
        Optional.of(answer));
  }

  private static Map<String, Number> counts(ReportLine line, SegmentationRequest request) {
    Map<String, Number> counts = new TreeMap<>();
    line.values()
        .forEach(
            (bucket, number) -> {
              if (number != null) {
                counts.put(BucketNames.of(bucket, request.unit()), number.longValue());
              }
            });
    return counts;
  }
}
