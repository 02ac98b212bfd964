package dev.mixpaneldata.value;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The columns of a result whose numbers may not be final. Tables for people show an asterisk behind
 * such a number instead of a column of booleans, and a line that explains it.
 *
 * @param flag the column that is false where the numbers of a row are not final
 * @param columns the columns of these numbers
 * @param meaning the meaning of the asterisk, without a full stop
 */
public record ProvisionalColumns(String flag, List<String> columns, String meaning) {
  public ProvisionalColumns {
    columns = List.copyOf(columns);
  }

  /** Returns whether a row has numbers that are not final. */
  public boolean anyIn(List<String> header, List<List<@Nullable Object>> rows) {
    int at = header.indexOf(flag);
    return at >= 0 && rows.stream().anyMatch(row -> Boolean.FALSE.equals(row.get(at)));
  }

  /** Returns the header without the flag. */
  public List<String> header(List<String> header) {
    return header.stream().filter(name -> !name.equals(flag)).toList();
  }

  /**
   * Returns the rows without the flag.
   *
   * @param shown makes a cell from a number and from whether to mark it
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
