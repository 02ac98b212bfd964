package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Orders lines so that the whole of a level stands before its parts, each where it came first. */
final class SegmentOrder {
  private final Map<String, SegmentOrder> parts = new LinkedHashMap<>();
  private @Nullable InsightsLine line;

  private SegmentOrder() {}

  static List<InsightsLine> of(List<InsightsLine> lines) {
    Map<String, SegmentOrder> metrics = new LinkedHashMap<>();
    for (InsightsLine line : lines) {
      SegmentOrder place = metrics.computeIfAbsent(line.metric(), m -> new SegmentOrder());
      for (String value : line.segment()) {
        place = place.parts.computeIfAbsent(value, v -> new SegmentOrder());
      }
      place.line = line;
    }
    List<InsightsLine> ordered = new ArrayList<>();
    metrics.values().forEach(metric -> metric.addTo(ordered));
    return List.copyOf(ordered);
  }

  private void addTo(List<InsightsLine> ordered) {
    InsightsLine own = line;
    if (own != null) {
      ordered.add(own);
    }
    parts.values().forEach(part -> part.addTo(ordered));
  }
}
