package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.value.Tabular;
import java.io.IOException;
import java.io.Writer;
import java.util.Collection;
import java.util.List;

/**
 * A printer of one JSON value a line: the rows of a table, the elements of a list, or the result
 * itself.
 */
final class JsonLinesPrinter implements Printer {
  @Override
  public void print(Object result, Page page, Writer out) throws IOException {
    if (result instanceof Tabular table) {
      RowPrinter rows = new JsonRows(out);
      rows.header(table.header());
      for (List<?> row : table.cells()) {
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
