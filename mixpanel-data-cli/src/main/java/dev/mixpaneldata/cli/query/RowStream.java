package dev.mixpaneldata.cli.query;

import dev.mixpaneldata.cli.output.RowPrinter;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * Prints rows as they come, in constant memory. The port tells a stream's columns only at its end,
 * but a header comes first: so the query is described before it runs, which reads no rows.
 */
record RowStream(Sql sql) {
  void print(String text, RowPrinter printer) throws IOException {
    Optional<List<String>> names = describe(text);
    if (names.isPresent()) {
      printer.header(names.get());
      sql.stream(SqlQuery.of(text), row -> print(row, printer));
    } else {
      SqlResult result = sql.query(SqlQuery.of(text));
      printer.header(result.header());
      result.rows().forEach(row -> print(row, printer));
    }
    printer.end();
  }

  /** The columns of a SELECT; other statements give few rows and need none of this. */
  private Optional<List<String>> describe(String text) {
    try {
      return Optional.of(
          sql.query(SqlQuery.of("DESCRIBE " + text)).rows().stream()
              .map(row -> String.valueOf(row.get(0)))
              .toList());
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.QUERY_FAILED) {
        return Optional.empty();
      }
      throw e;
    }
  }

  private static void print(List<?> row, RowPrinter printer) {
    try {
      printer.row(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
