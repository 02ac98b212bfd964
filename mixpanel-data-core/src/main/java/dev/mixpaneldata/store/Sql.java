package dev.mixpaneldata.store;

/**
 * SQL on the local tables. One statement, reading only; it reaches no file, network or setting. An
 * error is {@code QUERY_FAILED} with the position, as is a query over its memory; one over its time
 * is {@code TIMEOUT}. The bounds hold for every text where the store has {@link SqlLimits}; without
 * them they are the engine's own, which some functions escape.
 */
public interface Sql {
  /**
   * Runs a query and returns all its rows; {@code QUERY_FAILED} if they do not fit into a quarter
   * of the memory of this process.
   */
  SqlResult query(SqlQuery query);

  /** Runs a query and hands over its columns, then its rows one at a time, in constant memory. */
  void stream(SqlQuery query, SqlRows rows);
}
