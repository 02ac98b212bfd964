package dev.mixpaneldata.mcp.answer;

import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.ProvisionalColumns;
import dev.mixpaneldata.value.Tabular;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Rows in Markdown, the first of them where there are many. */
final class TextTable {
  private static final int MOST_ROWS = 50;
  private static final int LONGEST_CELL = 200;
  private static final int LONGEST = 6_000;

  private TextTable() {}

  /** A table likewise, with an asterisk behind numbers that are not final. */
  static String of(Tabular tabular) {
    List<String> header = tabular.header();
    List<List<@Nullable Object>> rows = tabular.cells();
    if (tabular.marks().isEmpty()) {
      return of(header, rows);
    }
    ProvisionalColumns marks = tabular.marks().get();
    String table =
        of(
            marks.header(header),
            marks.rows(header, rows, (value, mark) -> mark ? cell(value) + "*" : value));
    return marks.anyIn(header, rows) ? table + "\n\\* " + marks.meaning() + "." : table;
  }

  /** Rows as people read them: numbers rounded, empty columns left out, series side by side. */
  static String of(List<String> header, List<List<@Nullable Object>> rows) {
    List<Integer> filled =
        IntStream.range(0, header.size())
            .filter(i -> rows.stream().anyMatch(row -> !ResultJson.cell(row.get(i)).isEmpty()))
            .boxed()
            .toList();
    List<String> names = filled.stream().map(header::get).toList();
    List<List<@Nullable Object>> kept = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      List<@Nullable Object> cells = new ArrayList<>();
      filled.forEach(i -> cells.add(row.get(i)));
      kept.add(cells);
    }
    SideBySide wide = SideBySide.of(names, kept);
    return text(
        wide.header(),
        wide.rows().stream().map(row -> row.stream().map(TextTable::cell).toList()).toList());
  }

  /** Rows as they are, as those of SQL, where each digit was asked for. */
  static String exact(List<String> header, List<List<@Nullable Object>> rows) {
    return text(
        header,
        rows.stream()
            .limit(MOST_ROWS + 1L)
            .map(row -> row.stream().map(ResultJson::cell).map(TextTable::shortened).toList())
            .toList(),
        rows.size());
  }

  /** A value in few characters: shares and means to four digits, sums to two places. */
  static String cell(@Nullable Object value) {
    Object plain = value instanceof Optional<?> optional ? optional.orElse(null) : value;
    if (plain instanceof DateRange range) {
      return range.toString();
    }
    if (plain instanceof Double || plain instanceof Float || plain instanceof BigDecimal) {
      return rounded((Number) plain);
    }
    return shortened(ResultJson.cell(plain));
  }

  private static String rounded(Number number) {
    if (!Double.isFinite(number.doubleValue())) {
      return "";
    }
    BigDecimal exact = new BigDecimal(number.toString());
    BigDecimal rounded =
        exact.abs().compareTo(BigDecimal.valueOf(100)) < 0
            ? exact.round(new MathContext(4))
            : exact.setScale(2, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  private static String shortened(String text) {
    String cut = text.length() <= LONGEST_CELL ? text : text.substring(0, LONGEST_CELL) + "…";
    return Visible.line(cut).replace("|", "\\|");
  }

  private static String text(List<String> header, List<List<String>> rows) {
    return text(header, rows, rows.size());
  }

  private static String text(List<String> header, List<List<String>> rows, int all) {
    StringBuilder text =
        new StringBuilder("| ")
            .append(header.stream().map(TextTable::shortened).collect(Collectors.joining(" | ")))
            .append(" |\n|")
            .append("---|".repeat(header.size()));
    int shown = 0;
    for (List<String> row : rows) {
      if (shown == MOST_ROWS || text.length() > LONGEST) {
        break;
      }
      text.append("\n| ").append(String.join(" | ", row)).append(" |");
      shown++;
    }
    if (shown < all) {
      text.append("\n… and ").append(all - shown).append(" more rows in the structured answer.");
    }
    return text.toString();
  }
}
