package dev.mixpaneldata.quota;

/** The right to make one call, to be given back when its answer was read. Thread-safe. */
@FunctionalInterface
public interface Permit extends AutoCloseable {
  /**
   * The request leaves now, and counts from now on. A client that repeats a request by itself says
   * so again, and the repetition counts as well.
   */
  default void sent() {}

  /** Mixpanel answered as it answers nobody but credentials that it accepts. */
  default void accepted() {}

  /**
   * Gives the place among the concurrent calls back. A call that was sent stays counted; one that
   * never left does not. Idempotent.
   */
  @Override
  void close();
}
