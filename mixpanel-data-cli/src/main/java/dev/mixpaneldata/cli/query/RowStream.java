package dev.mixpaneldata.cli.query;

import dev.mixpaneldata.cli.output.RowPrinter;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlRows;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A printer of rows as they arrive, in constant memory. */
record RowStream(RowPrinter printer) implements SqlRows {
  @Override
  public void columns(List<SqlColumn> columns) {
    try {
      printer.header(columns.stream().map(SqlColumn::name).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void row(List<?> row) {
    try {
      printer.row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
