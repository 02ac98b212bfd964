package dev.mixpaneldata.store;

import java.util.List;

/** Receives the rows of a query as they come. */
public interface SqlRows {
  /** Receives the columns; called once, before the first row. */
  void columns(List<SqlColumn> columns);

  /**
   * Receives a row, valid during the call; its cells are of the types that {@link SqlResult} names.
   */
  void row(List<?> row);
}
