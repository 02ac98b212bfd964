package dev.mixpaneldata.bridge.ask;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.bridge.connection.ToolResult;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a vendor's answer, whatever its form: values by time (Mixpanel's {@code series},
 * Amplitude's {@code xValues}), or a list of objects with numbers.
 */
public record ToolNumbers(
    List<String> columns, List<List<@Nullable Object>> rows, Optional<Chart> chart) {
  private static final int MOST_LINES = 8;
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}.*";

  static final ToolNumbers NONE = new ToolNumbers(List.of(), List.of(), Optional.empty());

  /** Returns the numbers of a tool's answer; none if it has none that can be read. */
  public static ToolNumbers of(String title, ToolResult result) {
    return result.data().map(data -> of(title, Mappers.read(data.text()))).orElse(NONE);
  }

  /** Returns whether the first column is time and each further one a line. */
  boolean isOverTime() {
    return !columns.isEmpty() && columns.get(0).equals("time");
  }

  private static ToolNumbers of(String title, JsonNode answer) {
    Map<String, Map<String, Double>> lines = new LinkedHashMap<>();
    collectLines("", answer, lines);
    if (lines.isEmpty()) {
      collectParallel(answer, lines);
    }
    if (!lines.isEmpty()) {
      return ofLines(title, lines);
    }
    return table(answer).map(list -> ofTable(title, list)).orElse(NONE);
  }

  /** Objects whose names are dates and whose values are numbers, each a line. */
  private static void collectLines(
      String name, JsonNode node, Map<String, Map<String, Double>> lines) {
    Map<String, Double> line = new LinkedHashMap<>();
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      if (field.getKey().matches(DATE) && field.getValue().isNumber()) {
        line.put(field.getKey().substring(0, 10), field.getValue().doubleValue());
      } else {
        boolean overall = field.getKey().equals("$overall");
        boolean wrapper = List.of("results", "series", "data").contains(field.getKey());
        String child = overall || wrapper ? name : field.getKey();
        collectLines(child, field.getValue(), lines);
      }
    }
    if (!line.isEmpty()) {
      lines.putIfAbsent(name.isEmpty() ? "value" : name, line);
    }
  }

  private static void collectParallel(JsonNode node, Map<String, Map<String, Double>> lines) {
    if (node.path("xValues").isArray() && node.path("series").isArray()) {
      for (int i = 0; i < node.path("series").size(); i++) {
        Map<String, Double> line = new LinkedHashMap<>();
        for (int t = 0; t < node.path("xValues").size(); t++) {
          line.put(
              node.path("xValues").path(t).asText(),
              node.path("series").path(i).path(t).asDouble(Double.NaN));
        }
        lines.put(node.path("seriesLabels").path(i).asText("series " + (i + 1)), line);
      }
      return;
    }
    node.forEach(child -> collectParallel(child, lines));
  }

  private static ToolNumbers ofLines(String title, Map<String, Map<String, Double>> lines) {
    Set<String> times = new LinkedHashSet<>();
    lines.values().forEach(line -> times.addAll(line.keySet()));
    List<String> columns = new ArrayList<>(List.of("time"));
    columns.addAll(lines.keySet());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (String time : times) {
      List<@Nullable Object> row = new ArrayList<>();
      row.add(time);
      lines.values().forEach(line -> row.add(plain(line.get(time))));
      rows.add(row);
    }
    List<Chart.Series> series =
        lines.entrySet().stream()
            .limit(MOST_LINES)
            .map(
                e ->
                    new Chart.Series(
                        e.getKey(),
                        times.stream().map(t -> e.getValue().getOrDefault(t, Double.NaN)).toList()))
            .toList();
    return new ToolNumbers(
        columns, rows, Optional.of(new Chart.Lines(title, List.copyOf(times), series)));
  }

  /** The first list of objects that hold numbers. */
  private static Optional<JsonNode> table(JsonNode node) {
    if (node.isArray() && node.size() > 0 && node.get(0).isObject()) {
      for (JsonNode value : node.get(0)) {
        if (value.isNumber()) {
          return Optional.of(node);
        }
      }
    }
    for (JsonNode child : node) {
      Optional<JsonNode> found = table(child);
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static ToolNumbers ofTable(String title, JsonNode list) {
    Set<String> columns = new LinkedHashSet<>();
    list.forEach(row -> row.fieldNames().forEachRemaining(columns::add));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    List<Chart.Bar> bars = new ArrayList<>();
    for (JsonNode element : list) {
      List<@Nullable Object> row = new ArrayList<>();
      String label = "";
      Optional<Double> last = Optional.empty();
      for (String column : columns) {
        JsonNode value = element.path(column);
        if (value.isNumber()) {
          last = Optional.of(value.doubleValue());
          row.add(plain(value.doubleValue()));
        } else {
          label = label.isEmpty() ? value.asText("") : label;
          row.add(value.isMissingNode() ? null : value.asText());
        }
      }
      rows.add(row);
      double length = Math.max(0, last.orElse(0.0));
      bars.add(new Chart.Bar(label.isEmpty() ? "row " + rows.size() : label, length, ""));
    }
    return new ToolNumbers(List.copyOf(columns), rows, Optional.of(new Chart.Bars(title, bars)));
  }

  static @Nullable Object plain(@Nullable Double value) {
    if (value == null || value.isNaN()) {
      return null;
    }
    boolean whole = value == Math.rint(value) && Math.abs(value) < 1e15;
    if (whole) {
      return (long) (double) value;
    }
    return value;
  }
}
