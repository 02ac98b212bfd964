package dev.mixpaneldata.cli.output;

import java.io.IOException;
import java.util.List;

/**
 * A printer that writes rows as they arrive: {@code header} once, then {@code row} for each, then
 * {@code end}.
 */
public interface RowPrinter {
  /** Writes the names of the columns. */
  void header(List<String> names) throws IOException;

  /** Writes a row, as long as the header. */
  void row(List<?> cells) throws IOException;

  /** Ends the output after all rows were written. */
  default void end() throws IOException {}
}
