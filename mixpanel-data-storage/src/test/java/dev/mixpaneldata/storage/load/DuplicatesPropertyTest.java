package dev.mixpaneldata.storage.load;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.testing.RandomCases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Random loads one after the other, against the rules written down naively in Java. */
@Tag("long")
class DuplicatesPropertyTest {
  private static final int LOADS = 4;

  /** Few enough that slices, ties and several slices of time all happen. */
  private static final int ROWS_AT_ONCE = 20;

  @Test
  void tablesHoldWhatTheRulesSay() {
    RandomCases.checkSlow(
        60,
        draws -> {
          String zone = draws.nextInt(3) == 0 ? "Europe/Berlin" : null;
          Path folder = Files.createTempDirectory("duplicates");
          try {
            TestingLoads loads = new TestingLoads(folder, ROWS_AT_ONCE);
            ModelTable model = new ModelTable(zone);
            for (int i = 0; i < LOADS; i++) {
              loadOnce(draws, loads, model, i == 0 ? LoadMode.CREATE : anyLaterMode(draws), zone);
            }
          } finally {
            PrivateFiles.removeTree(folder);
          }
        });
  }

  private static void loadOnce(
      Random random, TestingLoads loads, ModelTable model, LoadMode mode, @Nullable String zone) {
    List<Path> parts = new ArrayList<>();
    List<String> received = new ArrayList<>();
    for (int part = random.nextInt(4); part >= 0; part--) {
      List<String> lines = RandomEvents.lines(random);
      parts.add(loads.part(lines));
      received.addAll(lines);
    }
    String from = "2026-03-" + (27 + random.nextInt(3));
    String to = "2026-03-" + (29 + random.nextInt(2));
    TableOrigin origin = TestingLoads.origin(from, to, zone);
    LoadResult expected = model.load(mode, received, origin);
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(TableType.EVENTS, mode, origin, parts.toArray(Path[]::new)),
                rows -> {});
    assertThat(loads.column("SELECT properties::VARCHAR FROM jan"))
        .containsExactlyInAnyOrderElementsOf(model.properties());
    assertThat(result).isEqualTo(expected);
    assertThat(loads.tables()).containsExactly("jan");
  }

  private static LoadMode anyLaterMode(Random random) {
    return List.of(LoadMode.APPEND, LoadMode.APPEND, LoadMode.REPLACE_DAYS, LoadMode.REPLACE)
        .get(random.nextInt(4));
  }
}
