package dev.mixpaneldata.store.spi;

/** Hears how a load goes on; called from loading threads, so implementations are thread-safe. */
@FunctionalInterface
public interface LoadListener {
  /** So many rows have been read from part files since the load began. */
  void rowsRead(long rows);

  /** A line could not be stored as it came. Nobody else keeps it. */
  default void setAside(SetAsideLine line) {}
}
