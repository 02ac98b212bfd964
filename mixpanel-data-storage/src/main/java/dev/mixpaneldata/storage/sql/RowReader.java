package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.SqlColumn;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the rows of a result as the cells that {@link dev.mixpaneldata.store.SqlResult} lists. */
public final class RowReader {
  private final ResultSet result;
  private final List<SqlColumn> columns;

  private RowReader(ResultSet result, List<SqlColumn> columns) {
    this.result = result;
    this.columns = columns;
  }

  /** Creates a reader of this result, which the caller moves from row to row. */
  public static RowReader of(ResultSet result) throws SQLException {
    ResultSetMetaData metadata = result.getMetaData();
    List<SqlColumn> columns = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (int i = 1; i <= metadata.getColumnCount(); i++) {
      columns.add(
          new SqlColumn(
              unused(metadata.getColumnName(i), names),
              // The driver writes the type of NULL with quotes.
              metadata.getColumnTypeName(i).replace("\"NULL\"", "NULL")));
    }
    return new RowReader(result, List.copyOf(columns));
  }

  /** Returns the columns; a repeated name gets {@code _1}, {@code _2} … as in DuckDB. */
  public List<SqlColumn> columns() {
    return columns;
  }

  /** Returns the cells of the present row of the result. */
  public List<@Nullable Object> read() throws SQLException {
    List<@Nullable Object> cells = new ArrayList<>(columns.size());
    for (int i = 1; i <= columns.size(); i++) {
      cells.add(read(i));
    }
    return Collections.unmodifiableList(cells);
  }

  private @Nullable Object read(int index) throws SQLException {
    SqlColumn column = columns.get(index - 1);
    try {
      if (column.type().startsWith("TIMESTAMP") && !column.type().contains("WITH TIME ZONE")) {
        return column.type().equals("TIMESTAMPTZ_NS") || column.type().endsWith("]")
            ? Cells.of(result.getObject(index))
            // Not the default getObject, which goes through the zone of this machine.
            : Cells.of(result.getObject(index, LocalDateTime.class));
      }
      // Its object is in a form of DuckDB's own.
      return column.type().startsWith("GEOMETRY")
          ? result.getString(index)
          : Cells.of(result.getObject(index));
    } catch (DateTimeException e) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          "The column '" + column.name() + "' has a time that Java cannot hold, such as 24:00:00.",
          "Cast it to VARCHAR in the query.",
          e);
    }
  }

  private static String unused(String name, Set<String> names) {
    String candidate = name;
    for (int i = 1; !names.add(candidate); i++) {
      candidate = name + "_" + i;
    }
    return candidate;
  }
}
