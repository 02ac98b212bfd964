package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.store.StoreOptions;
import java.nio.file.Path;
import java.time.Clock;

/**
 * Opens stores. Found by {@link java.util.ServiceLoader}; mixpanel-data-storage provides the one
 * for DuckDB.
 */
public interface StoreProvider {
  /**
   * Returns the store in this file. Nothing is opened or created yet.
   *
   * @param clock the clock for the creation times of tables
   */
  Store open(Path file, StoreOptions options, Clock clock);
}
