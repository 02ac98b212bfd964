package dev.mixpaneldata.storage.sql;

import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps all rows of a query. */
final class GatheredRows implements SqlRows {
  private final List<List<@Nullable Object>> rows = new ArrayList<>();
  private List<SqlColumn> columns = List.of();

  @Override
  public void columns(List<SqlColumn> all) {
    columns = all;
  }

  @Override
  public void row(List<?> row) {
    rows.add(new ArrayList<>(row));
  }

  SqlResult result() {
    return new SqlResult(columns, rows);
  }
}
