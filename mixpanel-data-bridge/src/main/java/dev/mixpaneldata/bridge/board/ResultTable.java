package dev.mixpaneldata.bridge.board;

import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The result of any operation as columns and rows. */
record ResultTable(List<String> columns, List<List<@Nullable Object>> rows) {
  static ResultTable of(Object result) {
    if (result instanceof Tabular tabular) {
      return new ResultTable(tabular.header(), tabular.cells());
    }
    List<?> elements = result instanceof Collection<?> list ? List.copyOf(list) : List.of(result);
    if (elements.isEmpty() || !(elements.get(0) instanceof Record first)) {
      return new ResultTable(
          List.of("value"),
          elements.stream().map(element -> Arrays.<@Nullable Object>asList(element)).toList());
    }
    List<ResultFields.Field> fields = ResultFields.of(first.getClass());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (Object element : elements) {
      List<@Nullable Object> row = new ArrayList<>();
      fields.forEach(field -> row.add(field.of((Record) element)));
      rows.add(row);
    }
    return new ResultTable(fields.stream().map(ResultFields.Field::name).toList(), rows);
  }
}
