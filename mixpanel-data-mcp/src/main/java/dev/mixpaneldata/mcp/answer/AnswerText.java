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

  /** Lists of numbers or names up to this long stand on one line. */
  private static final int SHORT_LIST = 20;

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
    List<List<@Nullable Object>> rows = tabular.cells();
    List<Number> numbers =
        rows.stream()
            .flatMap(List::stream)
            .filter(Number.class::isInstance)
            .map(Number.class::cast)
            .toList();
    // Rows without any number, as those of events, are counted by being there.
    return rows.isEmpty()
        || (!numbers.isEmpty() && numbers.stream().allMatch(n -> n.doubleValue() == 0));
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
      if (!isOneObject(record, tabular)) {
        return head + "\n" + table(tabular) + further(tabular);
      }
    }
    return head + lists(record) + objects(record);
  }

  private static String table(Tabular tabular) {
    return tabular.cells().isEmpty() ? "No rows." : TextTable.of(tabular);
  }

  private static String further(Tabular tabular) {
    StringBuilder text = new StringBuilder();
    tabular
        .further()
        .forEach((name, other) -> text.append("\n").append(name).append("\n").append(table(other)));
    return text.toString();
  }

  /** Whether the one row of a table would repeat the components. */
  private static boolean isOneObject(Record record, Tabular tabular) {
    List<ResultFields.Field> fields = ResultFields.of(record.getClass());
    return tabular.cells().size() == 1
        && (fields.stream()
                .map(f -> unwrapped(f.of(record)))
                .allMatch(value -> value.isEmpty() || isPlainValue(value.get()))
            || fields.stream()
                .map(ResultFields.Field::name)
                .toList()
                .containsAll(tabular.header()));
  }

  /** Components that are objects, and what else Mixpanel sent, each under its name. */
  private static String objects(Record record) {
    StringBuilder text = new StringBuilder();
    for (ResultFields.Field field : ResultFields.of(record.getClass())) {
      Optional<?> value = unwrapped(field.of(record));
      if (value.isPresent()
          && !isPlainValue(value.get())
          && !(value.get() instanceof Collection<?>)) {
        text.append('\n').append(field.name()).append(": ");
        text.append(cut(Visible.line(ResultJson.text(value.get())), LONGEST));
      }
    }
    ResultFields.remaining(record)
        .forEach(
            (name, value) ->
                text.append('\n')
                    .append(Visible.line(String.valueOf(name)))
                    .append(": ")
                    .append(cut(Visible.line(ResultJson.text(value)), LONGEST)));
    return text.toString();
  }

  /** The plain components of a record, {@code total: 12, unit: day}. */
  private static String fields(Record record) {
    return ResultFields.of(record.getClass()).stream()
        .map(f -> Map.entry(f.name(), unwrapped(f.of(record))))
        .filter(f -> f.getValue().isPresent() && isPlainValue(f.getValue().get()))
        .map(f -> f.getKey() + ": " + plain(f.getKey(), f.getValue().get()))
        .collect(Collectors.joining(", "));
  }

  private static String plain(String name, Object value) {
    return value instanceof Collection<?> list
        ? list.stream()
            .map(element -> TextTable.cell(Shares.inWords(name, element)))
            .collect(Collectors.joining(", ", "[", "]"))
        : TextTable.cell(Shares.inWords(name, value));
  }

  /** The lists of a record that is no table itself, each under its name. */
  private static String lists(Record record) {
    StringBuilder text = new StringBuilder();
    for (ResultFields.Field field : ResultFields.of(record.getClass())) {
      if (field.of(record) instanceof Collection<?> list && !isPlainValue(list)) {
        text.append('\n').append(list(field.name(), List.copyOf(list)));
      }
    }
    return text.toString();
  }

  private static Optional<?> unwrapped(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional : Optional.ofNullable(value);
  }

  private static boolean isPlainValue(Object value) {
    if (value instanceof Collection<?> list) {
      return !list.isEmpty()
          && list.size() <= SHORT_LIST
          && list.stream().allMatch(e -> e instanceof Number || e instanceof String);
    }
    return !(value instanceof Map<?, ?>)
        && (!(value instanceof Record) || value instanceof DateRange);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
