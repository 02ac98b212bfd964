package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlScalar;
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
  private static final int MOST_ROWS = 50;
  private static final int LONGEST_CELL = 200;
  private static final int LONGEST = 6_000;

  private AnswerText() {}

  /** The text of a result under a heading. */
  public static String of(String heading, @Nullable Object result) {
    if (result == null) {
      return heading + ": nothing.";
    }
    if (result instanceof SqlScalar scalar) {
      return cell(scalar.value());
    }
    if (result instanceof Collection<?> list) {
      return list(heading, List.copyOf(list));
    }
    if (result instanceof Record record) {
      String fields = fields(record);
      String head = fields.isEmpty() ? heading : heading + "\n" + fields;
      return record instanceof Tabular tabular ? head + table(tabular) : head;
    }
    return heading + "\n" + cut(ResultJson.text(result), LONGEST);
  }

  private static String list(String heading, List<?> list) {
    if (list.isEmpty()) {
      return heading + ": none. The project or table has nothing of this kind yet.";
    }
    if (list.get(0) instanceof Record) {
      List<? extends Record> records = list.stream().map(Record.class::cast).toList();
      List<ResultFields.Field> fields = ResultFields.of(records.get(0).getClass());
      List<String> header = fields.stream().map(ResultFields.Field::name).toList();
      List<List<@Nullable Object>> cells = new ArrayList<>();
      for (Record element : records) {
        List<@Nullable Object> row = new ArrayList<>();
        fields.forEach(f -> row.add(f.of(element)));
        cells.add(row);
      }
      return heading + ": " + list.size() + "\n" + rows(header, cells);
    }
    String names = list.stream().limit(500).map(AnswerText::cell).collect(Collectors.joining("\n"));
    return heading + ": " + list.size() + "\n" + cut(names, LONGEST);
  }

  /** The plain components of a record, {@code total: 12, unit: day}. */
  private static String fields(Record record) {
    return ResultFields.of(record.getClass()).stream()
        .map(f -> Map.entry(f.name(), unwrapped(f.of(record))))
        .filter(f -> f.getValue().isPresent() && isPlain(f.getValue().get()))
        .map(f -> f.getKey() + ": " + cell(f.getValue().get()))
        .collect(Collectors.joining(", "));
  }

  private static Optional<?> unwrapped(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional : Optional.ofNullable(value);
  }

  private static boolean isPlain(Object value) {
    return !(value instanceof Collection<?> || value instanceof Map<?, ?>)
        && (!(value instanceof Record) || value instanceof dev.mixpaneldata.value.DateRange);
  }

  private static String table(Tabular tabular) {
    List<List<@Nullable Object>> cells = tabular.cells();
    if (cells.size() == 1 && ResultFields.of(((Record) tabular).getClass()).size() > 2) {
      // One row repeats the components above.
      return "";
    }
    return "\n" + (cells.isEmpty() ? "No rows." : rows(tabular.header(), cells));
  }

  private static String rows(List<String> header, List<List<@Nullable Object>> cells) {
    StringBuilder text = new StringBuilder("| ").append(String.join(" | ", header)).append(" |");
    text.append("\n|").append("---|".repeat(header.size()));
    int shown = 0;
    for (List<@Nullable Object> row : cells) {
      if (shown == MOST_ROWS || text.length() > LONGEST) {
        break;
      }
      text.append("\n| ")
          .append(row.stream().map(AnswerText::cell).collect(Collectors.joining(" | ")))
          .append(" |");
      shown++;
    }
    if (shown < cells.size()) {
      text.append("\n… and ")
          .append(cells.size() - shown)
          .append(" more rows in the structured answer.");
    }
    return text.toString();
  }

  private static String cell(@Nullable Object value) {
    return cut(ResultJson.cell(value), LONGEST_CELL).replace("|", "\\|").replace("\n", " ");
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest) + "…";
  }
}
