package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadFailuresTest {
  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void makeATable() {
    loads = new TestingLoads(folder);
    loads.create(loads.part(event("old", 1, "u", "i", "")));
  }

  @AfterEach
  void leavesTheOldStateAndNoFiles() throws IOException {
    assertThat(Thread.interrupted()).as("no test leaves the flag set").isFalse();
    assertThat(loads.column("SELECT event_name FROM jan")).containsExactly("old");
    assertThat(loads.tables()).containsExactly("jan");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(f -> f.getFileName().toString()))
          .allMatch(
              name -> name.startsWith("part-") || List.of("1.db", "1.db.spill").contains(name));
      assertThat(folder.resolve("1.db.spill")).isEmptyDirectory();
    }
  }

  @Test
  void aPartCutShortFailsTheLoad() {
    byte[] whole = TestingLoads.gzip(String.join("\n", ChildLoad.lines(3_000)).getBytes(UTF_8));
    assertPartFails(loads.write(Arrays.copyOf(whole, whole.length - 9)));
    assertPartFails(loads.write(Arrays.copyOf(whole, whole.length / 2)));
  }

  @Test
  void aPartOfOtherBytesFailsTheLoad() {
    byte[] damaged = TestingLoads.gzip(String.join("\n", ChildLoad.lines(30_000)).getBytes(UTF_8));
    damaged[damaged.length - 6] ^= 1;
    assertPartFails(loads.write(damaged));
    assertPartFails(loads.write("{\"event\":\"plain text\"}\n".getBytes(UTF_8)));
  }

  @Test
  void aPartWithoutAByteFailsTheLoad() {
    assertPartFails(loads.write(new byte[0]));
  }

  @Test
  void aMissingPartFailsTheLoad() {
    assertPartFails(folder.resolve("part-99.json.gz"));
  }

  @Test
  void anInterruptedLoadEndsSoon() {
    Thread loading = Thread.currentThread();
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      parts.add(loads.part(ChildLoad.lines(10_000)));
    }
    AtomicReference<Long> rowsAtEnd = new AtomicReference<>(0L);
    assertThatThrownBy(
            () ->
                loads
                    .loader()
                    .load(
                        loads.request(
                            TableType.EVENTS,
                            LoadMode.APPEND,
                            TestingLoads.origin(null, null, null),
                            parts.toArray(Path[]::new)),
                        rows -> {
                          rowsAtEnd.set(rows);
                          loading.interrupt();
                        }))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.INTERRUPTED));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(rowsAtEnd.get()).isLessThan(400_000);
  }

  @Test
  void whatADeadLoadLeftIsDroppedByTheNext() {
    loads
        .file()
        .write(
            connection -> {
              try (Statement statement = connection.createStatement()) {
                return statement.execute("CREATE TABLE _mp_staging AS SELECT 1 AS x");
              }
            });
    loads.load(LoadMode.APPEND, loads.part(""));
  }

  private void assertPartFails(Path part) {
    Path good = loads.part(ChildLoad.lines(100));
    assertThatThrownBy(() -> loads.load(LoadMode.REPLACE, good, part))
        .hasMessageContaining(part.toString())
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> assertThat(e.code()).isEqualTo(ErrorCode.STORAGE_FAILED));
    assertThatThrownBy(() -> loads.load(LoadMode.APPEND, good, part))
        .hasMessageContaining(part.toString());
  }
}
