package dev.mixpaneldata.mcp.answer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table of series with a column for each of them: of {@code date, segment, count} a row a date
 * and a column a segment. A reader compares along a row, and a quarter's rows fit into a text.
 */
record SideBySide(List<String> header, List<List<@Nullable Object>> rows) {
  private static final int MOST_COLUMNS = 14;

  /**
   * What becomes columns, and what their cells are.
   *
   * @param leftOut what is left out because it says the same; where that is empty, there is nothing
   *     beside the date
   */
  private record Shape(String columns, String cells, String leftOut) {}

  private static final List<Shape> SHAPES =
      List.of(
          new Shape("segment", "count", ""),
          new Shape("event", "count", ""),
          new Shape("value", "count", ""),
          new Shape("bucket", "count", ""),
          new Shape("interval", "retention", "count"),
          new Shape("at_least", "users", ""));

  /** The table in this form where that is possible, and else as it is. */
  static SideBySide of(List<String> header, List<List<@Nullable Object>> rows) {
    for (Shape shape : SHAPES) {
      boolean fits =
          header.contains("date")
              && header.contains(shape.columns())
              && header.contains(shape.cells())
              && (header.size() == 3 || header.contains(shape.leftOut()));
      if (fits) {
        return spread(header, rows, shape);
      }
    }
    return new SideBySide(header, rows);
  }

  private static SideBySide spread(
      List<String> header, List<List<@Nullable Object>> rows, Shape shape) {
    int column = header.indexOf(shape.columns());
    int cell = header.indexOf(shape.cells());
    Set<Object> columns = new LinkedHashSet<>();
    rows.forEach(row -> columns.add(String.valueOf(row.get(column))));
    if (columns.size() < 2 || columns.size() > MOST_COLUMNS) {
      return new SideBySide(header, rows);
    }
    List<Integer> keys = new ArrayList<>();
    for (int i = 0; i < header.size(); i++) {
      if (i != column && i != cell && !header.get(i).equals(shape.leftOut())) {
        keys.add(i);
      }
    }
    Map<List<@Nullable Object>, Map<Object, @Nullable Object>> wide = new LinkedHashMap<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> key = Arrays.asList(keys.stream().map(row::get).toArray());
      Map<Object, @Nullable Object> cells = wide.computeIfAbsent(key, k -> new LinkedHashMap<>());
      String name = String.valueOf(row.get(column));
      if (cells.containsKey(name)) {
        // What tells these rows apart is no key.
        return new SideBySide(header, rows);
      }
      cells.put(name, row.get(cell));
    }
    List<String> names = new ArrayList<>(keys.stream().map(header::get).toList());
    columns.forEach(c -> names.add(shape.columns() + " " + c));
    List<List<@Nullable Object>> result = new ArrayList<>();
    wide.forEach(
        (key, cells) -> {
          List<@Nullable Object> row = new ArrayList<>(key);
          columns.forEach(c -> row.add(cells.get(c)));
          result.add(row);
        });
    return new SideBySide(names, result);
  }
}
