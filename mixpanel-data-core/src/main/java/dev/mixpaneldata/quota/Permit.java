package dev.mixpaneldata.quota;

/** The right to make one call, to be closed after its answer was read. Thread-safe. */
@FunctionalInterface
public interface Permit extends AutoCloseable {
  /**
   * Reports that the request leaves now; it counts from now on. A client that repeats a request by
   * itself says so again, and the repetition counts as well.
   */
  default void sent() {}

  /** Reports an answer that Mixpanel gives only to credentials that it accepts. */
  default void accepted() {}

  /**
   * Frees the place among the concurrent calls. A call that was sent stays counted; one that never
   * left does not. Idempotent.
   */
  @Override
  void close();
}
