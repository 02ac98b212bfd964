package dev.mixpaneldata.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * How tables for people show that some numbers are not final: an asterisk behind them instead of a
 * column of booleans, and a line that says what it means.
 *
 * @param flag the column that is false where the numbers of a row are not final
 * @param columns the columns of these numbers
 * @param meaning what the asterisk says, without a full stop
 */
public record ProvisionalColumns(String flag, List<String> columns, String meaning) {
  public ProvisionalColumns {
    columns = List.copyOf(columns);
  }

  /** Whether a row has numbers that are not final. */
  public boolean anyIn(List<String> header, List<List<@Nullable Object>> rows) {
    int at = header.indexOf(flag);
    return at >= 0 && rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.get(at)));
  }

  /** The header without the flag. */
  public List<String> header(List<String> header) {
    return header.stream().filter(name -> !name.equals(flag)).toList();
  }

  /**
   * The rows without the flag.
   *
   * @param shown makes a cell of a number that may be marked, and whether it is
   */
  public List<List<@Nullable Object>> rows(
      List<String> header,
      List<List<@Nullable Object>> rows,
      BiFunction<@Nullable Object, Boolean, @Nullable Object> shown) {
    int at = header.indexOf(flag);
    List<List<@Nullable Object>> marked = new ArrayList<>();
    for (List<@Nullable Object> row : rows) {
      boolean mark = Boolean.FALSE.equals(row.get(at));
      List<@Nullable Object> cells = new ArrayList<>();
      for (int i = 0; i < row.size(); i++) {
        if (i != at) {
          @Nullable Object cell = row.get(i);
          cells.add(columns.contains(header.get(i)) ? shown.apply(cell, mark) : cell);
        }
      }
      marked.add(cells);
    }
    return marked;
  }
}
