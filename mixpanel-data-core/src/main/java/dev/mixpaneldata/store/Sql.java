package dev.mixpaneldata.store;

/**
 * SQL on the local tables. One statement, reading only; it reaches no file, network or setting. An
 * error is {@code QUERY_FAILED} with the position; a query over its time is {@code TIMEOUT}.
 */
public interface Sql {
  /** Runs a query and gives all its rows. */
  SqlResult query(SqlQuery query);

  /** Runs a query and hands over its columns, then its rows one at a time, in constant memory. */
  void stream(SqlQuery query, SqlRows rows);
}
