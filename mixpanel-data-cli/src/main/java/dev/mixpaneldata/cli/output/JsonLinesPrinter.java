package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlResult;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

/**
 * A printer of one JSON value a line: the elements of a list, the rows of a query, or the result
 * itself.
 */
final class JsonLinesPrinter implements Printer {
  @Override
  public void print(Object result, Page page, Writer out) throws IOException {
    if (result instanceof SqlResult sql) {
      RowPrinter rows = new JsonRows(out);
      rows.header(sql.header());
      for (List<?> row : sql.rows()) {
        rows.row(row);
      }
      return;
    }
    for (Object line : result instanceof Collection<?> elements ? elements : List.of(result)) {
      ResultJson.write(line, out);
      out.write('\n');
    }
  }
}
