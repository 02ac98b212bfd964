package dev.mixpaneldata.storage.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.file.IndexPath;
import dev.mixpaneldata.storage.table.DuckDbTables;
import dev.mixpaneldata.store.Indexing;
import dev.mixpaneldata.store.StoreOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an index holds, when it is the table's, and what is left of it. */
class TableIndexesTest {
  private static final String CITY = "(t.properties->'/$city')::VARCHAR";
  private static final String AMOUNT = "t.\"amount\"";
  private static final IndexLimits SMALL = new IndexLimits(0, 100, 3, 4);

  @TempDir Path folder;

  private DatabaseFile file;
  private TableIndexes indexes;

  @BeforeEach
  void makeTable() {
    file = TestingTables.in(folder);
    indexes = new TableIndexes(file, SMALL);
  }

  @Test
  void isOrderedByEventUserAndTimeAndHasWhatWasAskedFor() throws Exception {
    want(CITY, AMOUNT);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(
            rows(
                "SELECT event_name, u.id, strftime(event_time, '%%d %%H:%%M:%%S'), c1, c2"
                    + " FROM %1$s.events e LEFT JOIN %1$s.users u ON u.number = e.distinct_id"))
        .satisfies(
            rows ->
                assertThat(rows.stream().map(row -> row.substring(0, row.indexOf(' '))))
                    .containsExactly(
                        "Purchase", "Purchase", "Sign", "Sign", "View", "View", "View"))
        .contains(
            "Sign Up ann 01 10:00:00 \"Berlin\" 1.5", "View null 02 12:00:01 \"Berlin\" null");
  }

  @Test
  void columnsWithManyValuesAreKnown() throws Exception {
    String insertId = "t.\"insert_id\"";
    want(CITY, insertId);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(found().orElseThrow().varied()).containsExactly(insertId);
  }

  @Test
  void columnsOfOneTypeHoldTheValues() throws Exception {
    file.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute("DELETE FROM jan WHERE event_name = 'View'");
          }
          return true;
        });
    want(CITY);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(found().orElseThrow().types()).containsEntry(CITY, "VARCHAR");
    assertThat(found().orElseThrow().columns())
        .containsOnlyKeys("json_extract_string(" + CITY + ", '$')");
    assertThat(rows("SELECT DISTINCT c1 FROM %s.events WHERE c1 IS NOT NULL ORDER BY 1"))
        .containsExactly("Berlin", "Paris");
  }

  @Test
  void isMadeOnceForTheSameWishes() throws Exception {
    want(CITY);
    IndexBuild.run(file, "jan", SMALL);
    List<Path> made = data();
    want(CITY);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(data()).isEqualTo(made);
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    assertThat(data()).hasSize(1).isNotEqualTo(made);
    assertThat(found().orElseThrow().has(List.of(CITY, AMOUNT))).isTrue();
  }

  @Test
  void theOldestWishGivesWay() throws Exception {
    want("t.\"insert_id\"");
    want(CITY);
    want(AMOUNT);
    want("t.\"event_name\"");
    IndexBuild.run(file, "jan", SMALL);
    assertThat(found().orElseThrow().columns()).containsOnlyKeys(CITY, AMOUNT, "t.\"event_name\"");
  }

  @Test
  void aWishThatTheTableCannotGrantIsLeftOut() throws Exception {
    want("t.\"demoted\"", AMOUNT);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(found().orElseThrow().columns()).containsOnlyKeys(AMOUNT);
  }

  @Test
  void isNotTheTablesAfterAnyChangeByOthers() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    file.release();
    try (Connection theirs = DriverManager.getConnection("jdbc:duckdb:" + file.path());
        Statement statement = theirs.createStatement()) {
      statement.execute("UPDATE jan SET event_name = 'Changed' WHERE event_name = 'View'");
    }
    Files.setLastModifiedTime(file.path(), FileTime.fromMillis(4_000_000_000_000L));
    assertThat(found()).isEmpty();
  }

  @Test
  void staysTheTablesAfterOurChangesElsewhere() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    new DuckDbTables(file).drop(List.of("people"));
    Files.setLastModifiedTime(file.path(), Files.getLastModifiedTime(file.path()));
    assertThat(found()).isPresent();
  }

  @Test
  void goesWithItsTable() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    new DuckDbTables(file).drop(List.of("jan"));
    assertThat(data()).isEmpty();
    assertThat(new IndexFolder(IndexPath.beside(file.path())).all()).isEmpty();
  }

  @Test
  void theFolderIsForItsUserAlone() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(IndexPath.beside(file.path()))))
        .isEqualTo("rwx------");
  }

  @Test
  void oneBuildAtATimeAndWhatAKilledOneLeftIsRemoved() throws Exception {
    want(AMOUNT);
    Path left = IndexPath.beside(file.path()).resolve("left.collected");
    Files.writeString(left, "half");
    try (LockedFile held =
        LockedFile.tryOpen(IndexPath.beside(file.path()).resolve("lock")).orElseThrow()) {
      assertThat(IndexBuild.run(file, "jan", SMALL)).isFalse();
      assertThat(held.channel().isOpen()).isTrue();
    }
    assertThat(left).exists();
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(left).doesNotExist();
  }

  @Test
  void aProcessOfItsOwnMakesIt() throws Exception {
    want(CITY, AMOUNT);
    assertThat(IndexProcess.run(file, "jan")).isZero();
    assertThat(found().orElseThrow().has(List.of(CITY, AMOUNT))).isTrue();
  }

  @Test
  void isNeitherReadNorWishedForWhereThatIsSwitchedOff() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    DatabaseFile without =
        new DatabaseFile(file.path(), StoreOptions.defaults().withIndexing(Indexing.NONE));
    assertThat(find(new TableIndexes(without, SMALL), without)).isEmpty();
  }

  @Test
  void brokenEntriesAndLostRowsAreAsIfThereWereNone() throws Exception {
    want(AMOUNT);
    IndexBuild.run(file, "jan", SMALL);
    for (Path data : data()) {
      Files.writeString(data, "no database");
    }
    assertThat(found()).isEmpty();
    for (Path entry : files(".json")) {
      Files.writeString(entry, "{\"version\":1,");
    }
    assertThat(found()).isEmpty();
    want(CITY);
    assertThat(IndexBuild.run(file, "jan", SMALL)).isTrue();
    assertThat(found()).isPresent();
  }

  @Test
  void tablesOfOtherSizesHaveNone() {
    new TableIndexes(file, new IndexLimits(8, 100, 3, 4)).want(table(), List.of(AMOUNT), 7);
    new TableIndexes(file, new IndexLimits(0, 6, 3, 4)).want(table(), List.of(AMOUNT), 7);
    assertThat(new IndexFolder(IndexPath.beside(file.path())).find("jan")).isEmpty();
  }

  private void want(String... expressions) {
    indexes.want(table(), List.of(expressions), 7);
  }

  private CatalogTable table() {
    return file.read(connection -> new Catalog(connection).require("jan"));
  }

  private Optional<EventIndex> found() {
    return find(indexes, file);
  }

  private static Optional<EventIndex> find(TableIndexes indexes, DatabaseFile file) {
    return file.read(
        connection -> indexes.find(connection, new Catalog(connection).require("jan")));
  }

  private List<String> rows(String sql) {
    return file.read(
        connection -> {
          EventIndex index =
              indexes.find(connection, new Catalog(connection).require("jan")).orElseThrow();
          List<String> rows = new ArrayList<>();
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql.formatted(index.name()))) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
              List<String> cells = new ArrayList<>();
              for (int i : IntStream.rangeClosed(1, columns).toArray()) {
                cells.add(String.valueOf(row.getString(i)));
              }
              rows.add(String.join(" ", cells));
            }
          }
          return rows;
        });
  }

  private List<Path> data() throws IOException {
    return files(".events");
  }

  private List<Path> files(String ending) throws IOException {
    try (Stream<Path> files = Files.list(IndexPath.beside(file.path()))) {
      return files.filter(path -> path.toString().endsWith(ending)).sorted().toList();
    }
  }
}
