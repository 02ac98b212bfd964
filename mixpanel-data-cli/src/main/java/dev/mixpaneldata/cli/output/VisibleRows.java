package dev.mixpaneldata.cli.output;

import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.ResultJson;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows for a terminal, with control characters in cells made visible so that the terminal does not
 * obey them.
 */
record VisibleRows(RowPrinter rows) implements RowPrinter {
  @Override
  public void header(List<String> names) throws IOException {
    rows.header(names.stream().map(Visible::line).toList());
  }

  @Override
  public void row(List<?> cells) throws IOException {
    List<@Nullable Object> shown = new ArrayList<>();
    for (Object cell : cells) {
      boolean empty = cell == null || cell instanceof Optional<?> o && o.isEmpty();
      shown.add(empty ? null : Visible.line(ResultJson.cell(cell)));
    }
    rows.row(shown);
  }

  @Override
  public void end() throws IOException {
    rows.end();
  }
}
