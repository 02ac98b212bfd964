package dev.mixpaneldata.report.saved;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Nested JSON of any depth as rows: one for each number, with its path before it. */
record NestedTable(List<String> header, List<List<@Nullable Object>> cells) implements ReportTable {
  private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

  /**
   * Returns the rows of a series.
   *
   * @param headers the names of the outer levels; others are named {@code date} or numbered
   */
  static NestedTable of(List<String> headers, Json series) {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    addRows(rows, List.of(), Mappers.read(series.text()));
    int levels = rows.stream().mapToInt(List::size).max().orElse(1) - 1;
    List<String> header = new ArrayList<>();
    for (int i = 0; i < levels; i++) {
      header.add(i < headers.size() ? headers.get(i) : name(rows, i));
    }
    header.add("value");
    rows.forEach(row -> fill(row, header.size()));
    return new NestedTable(List.copyOf(header), rows);
  }

  private static void addRows(List<List<@Nullable Object>> rows, List<String> path, JsonNode node) {
    if (node.isObject()) {
      LenientReader.fields(node)
          .forEach(
              (name, value) -> {
                List<String> longer = new ArrayList<>(path);
                longer.add(name);
                addRows(rows, longer, value);
              });
    } else {
      List<@Nullable Object> row = new ArrayList<>(path);
      row.add(LenientReader.value(node));
      rows.add(row);
    }
  }

  private static String name(List<List<@Nullable Object>> rows, int level) {
    boolean times =
        rows.stream()
            .filter(row -> row.size() > level + 1)
            .allMatch(row -> DATE.matcher(String.valueOf(row.get(level))).lookingAt());
    return times ? "date" : "level_" + (level + 1);
  }

  private static void fill(List<@Nullable Object> row, int width) {
    while (row.size() < width) {
      row.add(row.size() - 1, null);
    }
  }
}
