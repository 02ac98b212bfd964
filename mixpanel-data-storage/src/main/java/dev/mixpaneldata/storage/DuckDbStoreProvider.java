package dev.mixpaneldata.storage;

import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.store.spi.StoreProvider;
import java.nio.file.Path;
import java.time.Clock;

/** Opens stores in DuckDB files. */
public final class DuckDbStoreProvider implements StoreProvider {
  @Override
  public Store open(Path file, StoreOptions options, Clock clock) {
    return new DuckDbStore(file, options, clock);
  }
}
