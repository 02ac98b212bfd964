package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the nested numbers of an Insights answer: by metric, then by each value that it is split
 * by, then by time. {@code $overall} stands for the whole at any level, and may be missing.
 */
final class SeriesTree {
  static final String OVERALL = "$overall";

  private final List<ReportLine> lines = new ArrayList<>();
  private final List<RetentionCurve> curves = new ArrayList<>();

  private SeriesTree() {}

  static SeriesTree of(JsonNode series) {
    SeriesTree tree = new SeriesTree();
    LenientReader.fields(series).forEach((metric, node) -> tree.read(metric, List.of(), node));
    return tree;
  }

  List<ReportLine> lines() {
    return List.copyOf(lines);
  }

  List<RetentionCurve> curves() {
    return List.copyOf(curves);
  }

  private void read(String metric, List<String> path, JsonNode node) {
    if (isCurve(node)) {
      lines(metric, path, node);
      return;
    }
    Map<String, @Nullable Number> values = new LinkedHashMap<>();
    boolean leaf = node.isEmpty();
    for (Map.Entry<String, JsonNode> child : LenientReader.fields(node).entrySet()) {
      if (child.getValue().isObject()) {
        List<String> longer = new ArrayList<>(path);
        longer.add(child.getKey());
        read(metric, longer, child.getValue());
      } else {
        leaf = true;
        values.put(child.getKey(), number(child.getValue()));
      }
    }
    if (leaf) {
      lines.add(new ReportLine(metric, segment(path), values));
    }
  }

  private static boolean isCurve(JsonNode node) {
    return !node.isEmpty()
        && LenientReader.fields(node).values().stream()
            .allMatch(row -> row.path("counts").isArray());
  }

  private void lines(String metric, List<String> path, JsonNode rows) {
    LenientReader.fields(rows)
        .forEach(
            (date, row) ->
                curves.add(
                    new RetentionCurve(
                        metric,
                        segment(path),
                        date,
                        LenientReader.number(row.path("first")).orElse(0.0),
                        numbers(row.path("counts")),
                        numbers(row.path("rates")))));
  }

  private static List<Double> numbers(JsonNode list) {
    return LenientReader.elements(list).stream()
        .map(n -> LenientReader.number(n).orElse(0.0))
        .toList();
  }

  private static @Nullable Number number(JsonNode node) {
    return node.isNumber()
        ? (Number) LenientReader.value(node)
        : LenientReader.number(node).orElse(null);
  }

  /** Returns the segment of a path. The whole of a level needs no name: its path ends before it. */
  private static List<String> segment(List<String> path) {
    int end = path.size();
    while (end > 0 && path.get(end - 1).equals(OVERALL)) {
      end--;
    }
    return path.subList(0, end);
  }
}
