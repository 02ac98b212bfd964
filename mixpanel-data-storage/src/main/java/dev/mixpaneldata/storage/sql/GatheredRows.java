package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.RowWeight;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Keeps all rows of a query, up to a quarter of the memory of this process: their further use needs
 * as much again, and more.
 */
public final class GatheredRows implements SqlRows {
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private final long mostBytes;
  private List<SqlColumn> columns = List.of();
  private long bytes;

  /** Creates a collector whose bound is a quarter of the memory of this process. */
  public GatheredRows() {
    this(Runtime.getRuntime().maxMemory() / 4);
  }

  GatheredRows(long mostBytes) {
    this.mostBytes = mostBytes;
  }

  @Override
  public void columns(List<SqlColumn> all) {
    columns = all;
  }

  @Override
  public void row(List<?> row) {
    bytes += RowWeight.of(row);
    if (bytes > mostBytes) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          String.format(
              Locale.ROOT,
              "The query returns more rows than fit into the memory of this process:"
                  + " %,d and more.",
              rows.size()),
          "Aggregate, add a LIMIT, or read the rows one at a time.");
    }
    rows.add(new ArrayList<>(row));
  }

  /** Returns all of them. */
  public SqlResult result() {
    return new SqlResult(columns, rows);
  }
}
