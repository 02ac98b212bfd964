package dev.mixpaneldata.quota;

/** The right to make one call, to be given back when its answer was read. */
@FunctionalInterface
public interface Permit extends AutoCloseable {
  /** Gives the place among the concurrent calls back; the call itself stays counted. Idempotent. */
  @Override
  void close();
}
