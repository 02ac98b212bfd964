package dev.mixpaneldata.spark;

import dev.mixpaneldata.lake.ExportLake;
import dev.mixpaneldata.lake.LakeExporter;
import dev.mixpaneldata.lake.LakeFolder;
import dev.mixpaneldata.lake.LakeListener;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;

/** Events in a local table {@code t}, and in a lake that was written from it. */
final class TestLake {
  /** Long after all days. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2100-01-01T00:00:00Z"), ZoneOffset.UTC);

  private final Path folder;
  private final DateRange days;
  private final Store store;
  private int parts;

  TestLake(Path folder, DateRange days) {
    this.folder = folder;
    this.days = days;
    this.store =
        new DuckDbStoreProvider().open(folder.resolve("t.db"), StoreOptions.defaults(), CLOCK);
  }

  /** Adds events; the typed columns are chosen by the first ones. */
  TestLake load(List<String> lines) {
    Path part = folder.resolve("part-" + parts + ".jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    LoadMode mode = parts == 0 ? LoadMode.CREATE : LoadMode.APPEND;
    TableOrigin origin =
        new TableOrigin(
            "1",
            "us",
            Optional.of(days),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    PartSource source = PartSource.of(List.of(part));
    store
        .loader()
        .load(
            new LoadRequest(
                "job " + parts++, "t", TableType.EVENTS, mode, source, origin, List.of()),
            rows -> {});
    return this;
  }

  Store store() {
    return store;
  }

  /** Writes the lake and returns its folder. */
  String write() {
    Path lake = folder.resolve("lake");
    new LakeExporter(store.events(), CLOCK)
        .export(LakeFolder.of(lake), ExportLake.of(lake, "t"), LakeListener.NONE);
    return lake.toString();
  }
}
