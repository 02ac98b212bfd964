package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.StoreOptions;
import java.nio.file.Path;
import java.time.Clock;

/** Found by {@link java.util.ServiceLoader}; mixpanel-data-storage brings the one for DuckDB. */
public interface StoreProvider {
  /**
   * The store in this file. Nothing is opened or made yet.
   *
   * @param clock tells when tables are made
   */
  Store open(Path file, StoreOptions options, Clock clock);
}
