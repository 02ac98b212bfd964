package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** Rows as JSON objects, one a line. */
final class JsonRows implements RowPrinter {
  private final Writer out;
  private List<String> names = List.of();

  JsonRows(Writer out) {
    this.out = out;
  }

  @Override
  public void header(List<String> names) {
    this.names = ResultFields.distinct(names);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    ResultJson.writeRow(names, cells, out);
    out.write('\n');
  }
}
