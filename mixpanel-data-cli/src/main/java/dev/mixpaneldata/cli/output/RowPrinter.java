package dev.mixpaneldata.cli.output;

import java.io.IOException;
import java.util.List;

/** Writes rows as they come: {@code header} once, then {@code row} for each, then {@code end}. */
public interface RowPrinter {
  /** The names of the columns. */
  void header(List<String> names) throws IOException;

  /** A row, as long as the header. */
  void row(List<?> cells) throws IOException;

  /** All rows were written. */
  default void end() throws IOException {}
}
