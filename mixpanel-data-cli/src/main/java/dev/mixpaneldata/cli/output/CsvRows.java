package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.CsvField;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows in CSV as defined by RFC 4180: lines end in CR LF. NULL is nothing, and empty text is {@code
 * ""}.
 */
final class CsvRows implements RowPrinter {
  private final Writer out;

  CsvRows(Writer out) {
    this.out = out;
  }

  @Override
  public void header(List<String> names) throws IOException {
    row(names);
  }

  @Override
  public void row(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      out.write(field(cells.get(i)));
    }
    out.write("\r\n");
  }

  private static String field(@Nullable Object cell) {
    if (cell == null || cell instanceof Optional<?> optional && optional.isEmpty()) {
      return "";
    }
    return CsvField.of(ResultJson.cell(cell));
  }
}
