package dev.mixpaneldata.cli.output;

import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** A printer of a result as rows with all its columns. */
record RowwisePrinter(Rows rows) implements Printer {
  /** A factory of printers of rows. */
  @FunctionalInterface
  interface Rows {
    RowPrinter to(Writer out) throws IOException;
  }

  @Override
  public void print(Object result, Page page, Writer out) throws IOException {
    TableView table = TableView.of(result);
    RowPrinter printer = page.terminal() ? new VisibleRows(rows.to(out)) : rows.to(out);
    printer.header(table.header());
    for (List<?> row : table.rows()) {
      printer.row(row);
    }
    printer.end();
  }
}
