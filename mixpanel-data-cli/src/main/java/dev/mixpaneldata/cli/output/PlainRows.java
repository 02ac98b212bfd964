package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/**
 * Bare values for cut and awk: tabs between them and one row a line, even if cells contain tabs or
 * line breaks.
 */
final class PlainRows implements RowPrinter {
  private final Writer out;

  PlainRows(Writer out) {
    this.out = out;
  }

  @Override
  public void header(List<String> names) {
    // Bare values have no header.
  }

  @Override
  public void row(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write('\t');
      }
      out.write(oneLine(ResultJson.cell(cells.get(i))));
    }
    out.write('\n');
  }

  private static String oneLine(String text) {
    return text.indexOf('\t') < 0 && text.indexOf('\n') < 0 && text.indexOf('\r') < 0
        ? text
        : text.replace("\t", "\\t").replace("\n", "\\n").replace("\r", "\\r");
  }
}
