package dev.mixpaneldata.storage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.store.spi.StoreProvider;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbStoreProviderTest {
  @TempDir Path folder;

  @Test
  void isFoundAndOpensTheFile() {
    Path path = TestingTables.in(folder).path();
    StoreProvider provider = ServiceLoader.load(StoreProvider.class).findFirst().orElseThrow();
    Store store = provider.open(path, StoreOptions.defaults(), Clock.systemUTC());
    assertThat(store.tables().list()).hasSize(2);
    assertThat(store.sql().query(SqlQuery.of("SELECT count(*) FROM jan")).scalar()).isEqualTo(7L);
  }

  @Test
  void openingMakesNothing() {
    new DuckDbStoreProvider()
        .open(folder.resolve("1.db"), StoreOptions.defaults(), Clock.systemUTC())
        .tables()
        .info();
    assertThat(folder).isEmptyDirectory();
  }
}
