package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A view of any result as a header and rows. */
record TableView(List<String> header, List<List<@Nullable Object>> rows) {
  private static final String VALUE = "value";

  static TableView of(Object result) {
    if (result instanceof Tabular tabular) {
      return new TableView(tabular.header(), tabular.cells());
    }
    if (result instanceof Collection<?> elements) {
      return ofElements(List.copyOf(elements));
    }
    if (result instanceof Record || result instanceof Map<?, ?>) {
      return ofElements(List.of(result));
    }
    return ofElements(List.of(result));
  }

  private static TableView ofElements(List<?> elements) {
    if (!elements.isEmpty() && elements.stream().allMatch(Record.class::isInstance)) {
      List<ResultFields.Field> fields = ResultFields.of(elements.get(0).getClass());
      return new TableView(
          fields.stream().map(ResultFields.Field::name).toList(),
          elements.stream().map(e -> cells(fields, (Record) e)).toList());
    }
    if (!elements.isEmpty() && elements.stream().allMatch(Map.class::isInstance)) {
      return ofMaps(elements);
    }
    return new TableView(
        List.of(VALUE), elements.stream().map(e -> Arrays.<@Nullable Object>asList(e)).toList());
  }

  private static List<@Nullable Object> cells(List<ResultFields.Field> fields, Record element) {
    List<@Nullable Object> cells = new ArrayList<>();
    fields.forEach(f -> cells.add(f.of(element)));
    return cells;
  }

  private static TableView ofMaps(List<?> maps) {
    Set<String> keys = new LinkedHashSet<>();
    maps.forEach(m -> ((Map<?, ?>) m).keySet().forEach(k -> keys.add(String.valueOf(k))));
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object map : maps) {
      List<@Nullable Object> row = new ArrayList<>();
      keys.forEach(k -> row.add(((Map<?, ?>) map).get(k)));
      rows.add(row);
    }
    return new TableView(List.copyOf(keys), rows);
  }

  /** Returns this table with each cell changed. */
  TableView map(UnaryOperator<@Nullable Object> change) {
    List<List<@Nullable Object>> changed = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      row.forEach(cell -> cells.add(change.apply(cell)));
      changed.add(cells);
    }
    return new TableView(header, changed);
  }

  /** Returns only these columns, in this order; missing columns are left out. */
  TableView select(List<String> columns) {
    List<Integer> indices = columns.stream().map(header::indexOf).filter(i -> i >= 0).toList();
    if (indices.isEmpty()) {
      return this;
    }
    List<List<@Nullable Object>> selected = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      indices.forEach(i -> cells.add(row.get(i)));
      selected.add(cells);
    }
    return new TableView(indices.stream().map(header::get).toList(), selected);
  }
}
