package dev.mixpaneldata.storage.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store in a file that is soon gone. */
class ScratchLoadTest {
  private static final int ENOUGH_FOR_AN_INDEX = 500_000;

  @TempDir Path folder;

  @Test
  void noIndexIsMadeOfWhatNobodyAsksAbout() throws IOException {
    TestingLoads loads = new TestingLoads(folder);
    String line = "{\"event\":\"A\",\"properties\":{\"time\":1767225600000}}\n";
    Path part = loads.part(line.repeat(ENOUGH_FOR_AN_INDEX));
    LoadRequest request =
        loads.request(
            TableType.EVENTS,
            LoadMode.CREATE,
            TestingLoads.origin("2026-01-01", "2026-01-01", null),
            part);
    Store store =
        new DuckDbStoreProvider()
            .open(folder.resolve("1.db"), StoreOptions.defaults(), Clock.systemUTC());

    Path scratch = Files.createDirectory(folder.resolve("scratch"));
    assertThat(store.in(scratch.resolve("part.db")).loader().load(request, rows -> {}).stored())
        .isEqualTo(ENOUGH_FOR_AN_INDEX);
    assertThat(files(scratch)).extracting(Path::getFileName).containsExactly(Path.of("part.db"));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> tree = Files.walk(folder)) {
      return tree.filter(Files::isRegularFile).toList();
    }
  }
}
