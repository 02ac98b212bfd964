package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlScalar;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A result in a few lines. Clients that show only text must be able to work with it, so that it has
 * the first rows and not merely their number.
 */
public final class AnswerText {
  private static final int LONGEST = 6_000;
  private static final int LONGEST_JSON = 600;

  private AnswerText() {}

  /** The text of a result under a heading. */
  public static String of(String heading, @Nullable Object result) {
    if (result == null) {
      return heading + ": nothing.";
    }
    if (result instanceof SqlScalar scalar) {
      return Visible.line(ResultJson.cell(scalar.value()));
    }
    if (result instanceof SqlResult rows) {
      return rows.rows().size()
          + (rows.rows().size() == 1 ? " row\n" : " rows\n")
          + TextTable.exact(rows.header(), rows.rows());
    }
    if (result instanceof Collection<?> list) {
      return list(heading, List.copyOf(list));
    }
    if (result instanceof Record record) {
      return record(heading, record);
    }
    return heading + "\n" + cut(ResultJson.text(result), LONGEST);
  }

  /** Whether a table has no number but zero, so that its question may have had a wrong name. */
  public static boolean countsNothing(Tabular tabular) {
    return tabular.cells().stream()
        .flatMap(List::stream)
        .filter(Number.class::isInstance)
        .allMatch(cell -> ((Number) cell).doubleValue() == 0);
  }

  private static String list(String heading, List<?> list) {
    if (list.isEmpty()) {
      return heading + ": none.";
    }
    return heading + ": " + list.size() + "\n" + elements(list);
  }

  private static String elements(List<?> list) {
    if (list.get(0) instanceof Json) {
      return cut(
          list.stream()
              .map(json -> cut(ResultJson.text(json), LONGEST_JSON))
              .collect(Collectors.joining("\n")),
          LONGEST);
    }
    if (!(list.get(0) instanceof Record first)) {
      return cut(
          list.stream()
              .limit(500)
              .map(ResultJson::cell)
              .map(Visible::line)
              .collect(Collectors.joining("\n")),
          LONGEST);
    }
    List<ResultFields.Field> fields = ResultFields.of(first.getClass());
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (Object element : list) {
      List<@Nullable Object> row = new ArrayList<>();
      fields.forEach(f -> row.add(f.of((Record) element)));
      cells.add(row);
    }
    return TextTable.of(fields.stream().map(ResultFields.Field::name).toList(), cells);
  }

  private static String record(String heading, Record record) {
    String fields = fields(record);
    String head = fields.isEmpty() ? heading : heading + "\n" + fields;
    if (record instanceof Tabular tabular) {
      List<List<@Nullable Object>> cells = tabular.cells();
      if (cells.size() != 1 || !isPlain(record)) {
        return head + "\n" + (cells.isEmpty() ? "No rows." : TextTable.of(tabular));
      }
    }
    return head + lists(record);
  }

  /** Whether the components say all there is, so that a row of a table would repeat them. */
  private static boolean isPlain(Record record) {
    return ResultFields.of(record.getClass()).stream()
        .map(f -> unwrapped(f.of(record)))
        .allMatch(value -> value.isEmpty() || isPlainValue(value.get()));
  }

  /** The plain components of a record, {@code total: 12, unit: day}. */
  private static String fields(Record record) {
    return ResultFields.of(record.getClass()).stream()
        .map(f -> Map.entry(f.name(), unwrapped(f.of(record))))
        .filter(f -> f.getValue().isPresent() && isPlainValue(f.getValue().get()))
        .map(f -> f.getKey() + ": " + TextTable.cell(f.getValue().get()))
        .collect(Collectors.joining(", "));
  }

  /** The lists of a record that is no table itself, each under its name. */
  private static String lists(Record record) {
    StringBuilder text = new StringBuilder();
    for (ResultFields.Field field : ResultFields.of(record.getClass())) {
      if (field.of(record) instanceof Collection<?> list) {
        text.append('\n').append(list(field.name(), List.copyOf(list)));
      }
    }
    return text.toString();
  }

  private static Optional<?> unwrapped(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional : Optional.ofNullable(value);
  }

  private static boolean isPlainValue(Object value) {
    return !(value instanceof Collection<?> || value instanceof Map<?, ?>)
        && (!(value instanceof Record) || value instanceof DateRange);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
