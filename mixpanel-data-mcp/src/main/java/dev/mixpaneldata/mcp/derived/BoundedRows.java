package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.RowWeight;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows of SQL up to a bound, refused beyond it. */
public final class BoundedRows implements SqlRows {
  private static final int MOST_ROWS = 100_000;
  private static final long MOST_BYTES = 16_000_000;

  private List<SqlColumn> columns = List.of();
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private long bytes;

  private BoundedRows() {}

  /**
   * Runs a query on the local tables.
   *
   * @param time the time after which it is stopped
   * @throws MixpanelDataException {@code QUERY_FAILED} if it fails, takes longer, or has more rows
   *     than an answer may have
   */
  public static SqlResult of(Workspace workspace, String query, Duration time) {
    BoundedRows bounded = new BoundedRows();
    workspace.sql().stream(new SqlQuery(query, time), bounded);
    return new SqlResult(bounded.columns, bounded.rows);
  }

  @Override
  public void columns(List<SqlColumn> found) {
    columns = List.copyOf(found);
  }

  @Override
  public void row(List<?> row) {
    bytes += RowWeight.of(row);
    if (rows.size() == MOST_ROWS || bytes > MOST_BYTES) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          "The result is larger than an answer may be: %,d rows or %,d MB."
              .formatted(MOST_ROWS, MOST_BYTES / 1_000_000),
          "Aggregate, add a LIMIT, or write the table to a file with export_table.");
    }
    rows.add(new ArrayList<>(row));
  }
}
