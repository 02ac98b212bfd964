package dev.mixpaneldata.store.spi;

/** Observes the progress of a load. Loading threads call it, so implementations are thread-safe. */
@FunctionalInterface
public interface LoadListener {
  /** Reports the number of rows read from part files since the load began. */
  void rowsRead(long rows);

  /** Receives a line that could not be stored as it came. Nobody else keeps it. */
  default void setAside(QuarantinedLine line) {}
}
