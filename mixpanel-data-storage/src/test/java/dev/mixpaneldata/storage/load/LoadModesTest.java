package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadModesTest {
  private static final long DAY = 86_400_000L;
  private static final long FIRST = Instant.parse("2026-01-01T00:00:00Z").toEpochMilli();

  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void openFolder() {
    loads = new TestingLoads(folder);
  }

  @Test
  void aNameThatIsTakenIsRefusedWithBothWaysOut() {
    loads.create(loads.part(row(0, "a")));
    assertThatThrownBy(() -> loads.create(loads.part(row(0, "b"))))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.TABLE_EXISTS);
              assertThat(e.hint().orElseThrow())
                  .contains("FetchMode.APPEND")
                  .contains("FetchMode.REPLACE");
            });
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void namesThatCannotBeUsedAreRefused() {
    TableOrigin origin = TestingLoads.origin(null, null, null);
    var request =
        new dev.mixpaneldata.store.spi.LoadRequest(
            "j",
            "_mp_x",
            TableType.EVENTS,
            LoadMode.CREATE,
            PartSource.of(List.of()),
            origin,
            List.of());
    assertFails(ErrorCode.INVALID_ARGUMENT, () -> loads.loader().load(request, rows -> {}));
  }

  @Test
  void replaceSwapsTheTable() {
    loads.create(loads.part(row(0, "a"), row(0, "b")));
    assertThat(loads.load(LoadMode.REPLACE, loads.part(row(1, "c"))))
        .isEqualTo(new LoadResult(1, 0, 2, 1));
    assertThat(ids()).containsExactly("c");
  }

  @Test
  void replaceTakesThePlaceOfTablesAndViewsOfOthers() {
    for (String definition : List.of("TABLE jan AS SELECT 1 AS x", "VIEW JAN AS SELECT 1 AS x")) {
      loads
          .file()
          .write(
              connection -> {
                try (Statement statement = connection.createStatement()) {
                  statement.execute("DROP TABLE IF EXISTS jan");
                  return statement.execute("CREATE " + definition);
                }
              });
      assertFails(ErrorCode.TABLE_EXISTS, () -> loads.create(loads.part(row(0, "a"))));
      assertFails(
          ErrorCode.INVALID_ARGUMENT, () -> loads.load(LoadMode.APPEND, loads.part(row(0, "a"))));
      loads.load(LoadMode.REPLACE, loads.part(row(0, "a")));
      assertThat(ids()).containsExactly("a");
    }
  }

  @Test
  void appendMakesTheTableOrAddsToIt() {
    loads.load(LoadMode.APPEND, loads.part(row(0, "a"), row(0, "b")));
    LoadResult result = loads.load(LoadMode.APPEND, loads.part(row(0, "b"), row(1, "c")));
    assertThat(result).isEqualTo(new LoadResult(2, 0, 1, 3));
    assertThat(ids()).containsExactly("a", "b", "c");
  }

  @Test
  void theSameIdOfTwoUsersOrTimesIsNoDuplicate() {
    loads.create(
        loads.part(
            event("e", FIRST, "u1", "a", ""),
            event("e", FIRST, "u2", "a", ""),
            event("e", FIRST + 1, "u1", "a", ""),
            event("f", FIRST, "u1", "a", "")));
    assertThat(ids()).hasSize(4);
  }

  @Test
  void theRowProcessedLastStaysWhereverItIs() {
    loads.create(
        loads.part(
            event("e", FIRST, "u", "a", ",\"mp_processing_time_ms\":9,\"v\":1"),
            event("e", FIRST, "u", "a", ",\"mp_processing_time_ms\":10,\"v\":2"),
            event("e", FIRST, "u", "a", ",\"v\":3")),
        loads.part(event("e", FIRST, "u", "a", ",\"mp_processing_time_ms\":10,\"v\":4")));
    assertThat(loads.column("SELECT v FROM jan")).containsExactly("4");
    LoadResult older =
        loads.load(
            LoadMode.APPEND,
            loads.part(event("e", FIRST, "u", "a", ",\"mp_processing_time_ms\":9,\"v\":5")));
    assertThat(older).isEqualTo(new LoadResult(1, 1, 0, 1));
    assertThat(loads.column("SELECT v FROM jan")).containsExactly("4");
    LoadResult equal =
        loads.load(
            LoadMode.APPEND,
            loads.part(event("e", FIRST, "u", "a", ",\"mp_processing_time_ms\":10,\"v\":6")));
    assertThat(equal).isEqualTo(new LoadResult(1, 0, 1, 1));
    assertThat(loads.column("SELECT v FROM jan")).containsExactly("6");
  }

  @Test
  void appendingAgainNeitherDoublesNorLosesRowsWithoutAnId() {
    String bare = "{\"event\":\"e\",\"properties\":{\"time\":" + FIRST + ",\"distinct_id\":\"u\"}}";
    loads.create(loads.part(bare, bare));
    assertThat(loads.load(LoadMode.APPEND, loads.part(bare)).stored()).isEqualTo(2);
    assertThat(loads.load(LoadMode.APPEND, loads.part(bare, bare, bare)))
        .isEqualTo(new LoadResult(3, 2, 0, 3));
  }

  @Test
  void replacedDaysAreTakenWhole() {
    loads.create(loads.part(row(0, "a"), row(1, "b"), row(1, "gone"), row(2, "c"), row(3, "d")));
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(
                    TableType.EVENTS,
                    LoadMode.REPLACE_DAYS,
                    TestingLoads.origin("2026-01-02", "2026-01-03", null),
                    loads.part(row(1, "b"), row(2, "late"))),
                rows -> {});
    assertThat(result).isEqualTo(new LoadResult(2, 0, 3, 4));
    assertThat(ids()).containsExactly("a", "b", "d", "late");
  }

  @Test
  void replacedDaysAreThoseOfTheProjectsZone() {
    // Local days of Los Angeles; times as exported pretend to be UTC.
    TableOrigin both = TestingLoads.origin("2026-01-01", "2026-01-02", "America/Los_Angeles");
    TableOrigin second = TestingLoads.origin("2026-01-02", "2026-01-02", "America/Los_Angeles");
    Path part = loads.part(event("e", FIRST + DAY - 1, "u", "a", ""), row(1, "b"));
    loads.loader().load(loads.request(TableType.EVENTS, LoadMode.CREATE, both, part), r -> {});
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(TableType.EVENTS, LoadMode.REPLACE_DAYS, second, loads.part("")),
                rows -> {});
    assertThat(result).isEqualTo(new LoadResult(0, 0, 1, 1));
    assertThat(ids()).containsExactly("a");
  }

  @Test
  void theCatalogueUnitesRanges() {
    Instant created = load(LoadMode.CREATE, "2026-01-01", "2026-01-05").createdAt();
    TableInfo appended = load(LoadMode.APPEND, "2026-01-08", "2026-01-09");
    assertThat(appended.origin().range()).hasToString("Optional[2026-01-01..2026-01-09]");
    assertThat(appended.createdAt()).isEqualTo(created);
    assertThat(load(LoadMode.REPLACE_DAYS, "2025-12-31", "2026-01-02").origin().range())
        .hasToString("Optional[2025-12-31..2026-01-09]");
  }

  @Test
  void addingToWhatDoesNotFitIsRefused() {
    assertFails(
        ErrorCode.TABLE_NOT_FOUND, () -> load(LoadMode.REPLACE_DAYS, "2026-01-01", "2026-01-01"));
    load(LoadMode.CREATE, "2026-01-01", "2026-01-01");
    assertFails(
        ErrorCode.INVALID_ARGUMENT, () -> loads.loadProfiles(LoadMode.APPEND, loads.part("")));
    TableOrigin zoned = TestingLoads.origin("2026-01-01", "2026-01-01", "Europe/Berlin");
    assertThatThrownBy(
            () ->
                loads
                    .loader()
                    .load(
                        loads.request(TableType.EVENTS, LoadMode.APPEND, zoned, loads.part("")),
                        rows -> {}))
        .hasMessageContaining("read as UTC")
        .hasMessageContaining("local time of Europe/Berlin");
    TableOrigin greenwich = TestingLoads.origin("2026-01-01", "2026-01-01", "Z");
    assertThatThrownBy(
            () ->
                loads
                    .loader()
                    .load(
                        loads.request(TableType.EVENTS, LoadMode.APPEND, greenwich, loads.part("")),
                        rows -> {}))
        .hasMessageContaining("local time of UTC");
    assertFails(
        ErrorCode.INVALID_ARGUMENT, () -> loads.load(LoadMode.REPLACE_DAYS, loads.part("")));
  }

  private TableInfo load(LoadMode mode, String from, String to) {
    TableOrigin origin = TestingLoads.origin(from, to, null);
    loads
        .loader()
        .load(loads.request(TableType.EVENTS, mode, origin, loads.part(row(0, "a"))), rows -> {});
    return loads.loader().find(TestingLoads.TABLE).orElseThrow();
  }

  private List<String> ids() {
    return loads.column("SELECT insert_id FROM jan ORDER BY 1");
  }

  private static String row(int day, String insertId) {
    return event("e", FIRST + day * DAY, "u", insertId, "");
  }

  private static void assertFails(ErrorCode code, ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            MixpanelDataException.class, e -> assertThat(e.code()).isEqualTo(code));
  }
}
