package dev.mixpaneldata.store;

import java.time.Duration;

/**
 * A query by a person or an assistant.
 *
 * @param text one SELECT (or FROM, WITH, VALUES, DESCRIBE, SHOW, SUMMARIZE, EXPLAIN)
 * @param timeout the longest time that it may run
 */
public record SqlQuery(String text, Duration timeout) {
  /** The time that a query may take unless given. */
  public static final Duration DEFAULT_TIMEOUT = Duration.ofMinutes(5);

  /** Creates a query with the default timeout. */
  public static SqlQuery of(String text) {
    return new SqlQuery(text, DEFAULT_TIMEOUT);
  }
}
