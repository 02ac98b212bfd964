package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.duckdb.DuckDBConnection;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Others see the table as it was before a load or as it is after, whatever happens. */
class LoadVisibilityTest {
  private static final int ROWS = 3_000;

  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void makeATable() {
    loads = new TestingLoads(folder);
    loads.create(loads.part(event("old", 1, "u", "i", "")));
  }

  @ParameterizedTest
  @EnumSource(
      value = LoadMode.class,
      names = {"REPLACE", "APPEND"})
  void aReaderSeesTheOldStateWhileALoadRuns(LoadMode mode) {
    Queue<String> seen = new ConcurrentLinkedQueue<>();
    LoadResult result =
        loads
            .file()
            .write(
                connection -> {
                  try (Connection reader = connection.unwrap(DuckDBConnection.class).duplicate()) {
                    return loads
                        .loader()
                        .load(
                            connection,
                            loads.request(
                                TableType.EVENTS,
                                mode,
                                TestingLoads.origin(null, null, null),
                                loads.part(ChildLoad.lines(ROWS)),
                                loads.part(ChildLoad.lines(ROWS))),
                            rows -> seen.add(names(reader)));
                  }
                });
    assertThat(seen).isNotEmpty().containsOnly("old");
    assertThat(result.duplicatesRemoved()).isEqualTo(ROWS);
    assertThat(loads.column("SELECT count(*) FROM jan"))
        .containsExactly(Integer.toString(mode == LoadMode.REPLACE ? ROWS : ROWS + 1));
  }

  @ParameterizedTest
  @EnumSource(
      value = LoadMode.class,
      names = {"REPLACE", "APPEND"})
  void aKilledLoadLeavesTheOldState(LoadMode mode) throws IOException, InterruptedException {
    List<Path> parts = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      parts.add(loads.part(ChildLoad.lines(20_000)));
    }
    Process child = ChildLoad.start(loads.file().path(), mode, parts);
    try (BufferedReader output =
        new BufferedReader(new InputStreamReader(child.getInputStream(), StandardCharsets.UTF_8))) {
      assertThat(output.readLine()).isEqualTo(ChildLoad.LOADING);
    } finally {
      child.destroyForcibly().waitFor();
    }
    assertThat(loads.column("SELECT event_name FROM jan")).containsExactly("old");
    assertThat(loads.load(mode, parts.get(0)).received()).isEqualTo(20_000);
    assertThat(loads.tables()).containsExactly("jan");
    assertThat(Files.list(folder).map(f -> f.getFileName().toString()))
        .allMatch(name -> name.startsWith("part-") || List.of("1.db", "1.db.spill").contains(name));
    assertThat(folder.resolve("1.db.spill")).isEmptyDirectory();
  }

  @Test
  void rowsOfAPartKeepTheirOrderOfReceipt() {
    // Equal in all but the value: of each pair the later line of the later part stays.
    List<Path> parts = new ArrayList<>();
    for (int part = 0; part < 6; part++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 6_000; i++) {
        lines.add(event("e", i % 100, "u", "i" + i % 100, ",\"v\":" + (part * 6_000 + i)));
      }
      parts.add(loads.part(lines));
    }
    loads.load(LoadMode.REPLACE, parts.toArray(Path[]::new));
    assertThat(loads.query("SELECT count(*), min(v), max(v) FROM jan"))
        .containsExactly(List.of("100", "35900", "35999"));
  }

  /** Called from every loading thread, while a connection serves one. */
  private static synchronized String names(Connection reader) {
    try (Statement statement = reader.createStatement();
        ResultSet row = statement.executeQuery("SELECT string_agg(DISTINCT event_name) FROM jan")) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
