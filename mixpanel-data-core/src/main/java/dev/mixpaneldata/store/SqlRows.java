package dev.mixpaneldata.store;

import java.util.List;

/** Takes the rows of a query as they come. */
public interface SqlRows {
  /** The columns; called once, before the first row. */
  void columns(List<SqlColumn> columns);

  /** A row, valid during the call; its cells are those that {@link SqlResult} names. */
  void row(List<?> row);
}
