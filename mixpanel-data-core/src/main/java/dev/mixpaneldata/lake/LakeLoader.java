package dev.mixpaneldata.lake;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Loads part files into the days of a lake, one part at a time by way of a store of its own that is
 * gone afterwards. So disk and memory are those of one part, and the rules are those of a table.
 */
public final class LakeLoader implements Loader {
  private final LakeFolder lake;
  private final Function<Path, Store> stores;
  private final Clock clock;

  /**
   * Creates a loader.
   *
   * @param stores makes a store in a file
   */
  public LakeLoader(LakeFolder lake, Function<Path, Store> stores, Clock clock) {
    this.lake = lake;
    this.stores = stores;
    this.clock = clock;
  }

  @Override
  public void prepare() {
    stores.apply(lake.path()).loader().prepare();
  }

  @Override
  public String place(String table) {
    return lake.path().toString();
  }

  @Override
  public Optional<TableInfo> find(String table) {
    return lake.find().filter(manifest -> !manifest.days().isEmpty()).map(m -> info(table, m));
  }

  private static TableInfo info(String table, LakeManifest manifest) {
    Instant written =
        manifest.days().values().stream()
            .map(LakeDay::written)
            .max(Instant::compareTo)
            .orElseThrow();
    DateRange days = new DateRange(manifest.days().firstKey(), manifest.days().lastKey());
    return new TableInfo(
        table,
        TableType.EVENTS,
        manifest.rows(),
        manifest.bytes(),
        written,
        written,
        manifest.source().origin(days),
        Optional.empty());
  }

  @Override
  public LoadResult load(LoadRequest request, LoadListener listener) {
    LakeSource source = LakeSource.of(request.origin());
    try (LakeWriter writer = LakeWriter.open(lake, source)) {
      return new LakeLoad(request, listener, writer, source, stores, clock).run();
    }
  }
}
