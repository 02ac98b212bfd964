package dev.mixpaneldata.storage.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.sql.DuckDbSql;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.ColumnStatistics.ValueCount;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.StoreContents;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableSchema.Column;
import dev.mixpaneldata.store.TableSummary.ColumnSummary;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DuckDbTablesTest {
  @TempDir Path folder;
  private DatabaseFile file;
  private DuckDbTables tables;

  @BeforeEach
  void makeTables() {
    file = TestingTables.in(folder);
    tables = new DuckDbTables(file);
  }

  @Test
  void listHasWhatWasFetchedWithItsSize() {
    List<TableInfo> list = tables.list();
    assertThat(list).extracting(TableInfo::name).containsExactly("jan", "people");
    TableInfo jan = list.get(0);
    assertThat(jan.type()).isEqualTo(TableType.EVENTS);
    assertThat(jan.rowCount()).isEqualTo(7);
    assertThat(jan.bytes()).isPositive().isLessThanOrEqualTo(file.path().toFile().length());
    assertThat(jan.fetchedAt()).isEqualTo(Instant.parse("2026-01-04T00:00:00Z"));
    assertThat(jan.lastJob()).contains("job");
  }

  @Test
  void infoHasTheFile() throws Exception {
    var info = tables.info();
    assertThat(info.path()).isEqualTo(file.path());
    assertThat(info.bytes()).isEqualTo(Files.size(file.path()));
    assertThat(info.createdAt()).isPresent();
    assertThat(info.tables()).isEqualTo(tables.list());
  }

  @Test
  void contentsHaveTheDaysAndTheRowsOfEachEvent() {
    StoreContents contents = tables.contents();
    EventBreakdown jan = tables.breakdown("jan");
    assertThat(contents.events())
        .containsExactlyElementsOf(
            jan.events().stream()
                .map(e -> new StoreContents.EventRows(e.event(), e.count(), "jan"))
                .toList());
    assertThat(contents.tables()).hasSize(2);
    StoreContents.TableDays days = contents.tables().get(0);
    assertThat(days.name()).isEqualTo("jan");
    assertThat(days.rowCount()).isEqualTo(7);
    assertThat(days.firstDay()).isEqualTo(jan.firstTime().map(LocalDateTime::toLocalDate));
    assertThat(days.lastDay()).isEqualTo(jan.lastTime().map(LocalDateTime::toLocalDate));
    assertThat(contents.tables().get(1).firstDay()).isEmpty();
  }

  @Test
  void noFileIsAnEmptyDatabase() {
    DuckDbTables none =
        new DuckDbTables(new DatabaseFile(folder.resolve("none.db"), StoreOptions.defaults()));
    assertThat(none.list()).isEmpty();
    assertThat(none.contents().tables()).isEmpty();
    assertThat(none.info().bytes()).isZero();
    assertThat(none.info().createdAt()).isEmpty();
    assertThat(failure(() -> none.schema("jan")).code()).isEqualTo(ErrorCode.DATABASE_NOT_FOUND);
    assertThat(failure(() -> none.drop(List.of("jan"))).code())
        .isEqualTo(ErrorCode.DATABASE_NOT_FOUND);
    assertThat(folder.resolve("none.db")).doesNotExist();
  }

  @Test
  void unknownTablesAreRefusedEverywhere() {
    for (ThrowingCallable call :
        List.<ThrowingCallable>of(
            () -> tables.schema("feb"),
            () -> tables.sample("feb", 1),
            () -> tables.summarize("feb"),
            () -> tables.breakdown("feb"),
            () -> tables.keys("feb", Optional.empty()),
            () -> tables.column("feb", "a", 1),
            () -> tables.drop(List.of("feb")),
            () -> tables.schema("theirs"),
            () -> tables.schema("jan\"; DROP TABLE jan; --"))) {
      MixpanelDataException failure = failure(call);
      assertThat(failure.code()).isEqualTo(ErrorCode.TABLE_NOT_FOUND);
      assertThat(failure.hint()).contains("The tables are: jan, people.");
    }
  }

  @Test
  void schemaKnowsPromotedColumns() {
    assertThat(tables.schema("JAN").columns())
        .containsExactly(
            new Column("event_name", "VARCHAR", true, Optional.empty(), 0),
            new Column("event_time", "TIMESTAMP", true, Optional.empty(), 0),
            new Column("distinct_id", "VARCHAR", true, Optional.empty(), 0),
            new Column("insert_id", "VARCHAR", true, Optional.empty(), 0),
            new Column("properties", "JSON", true, Optional.empty(), 0),
            new Column("amount", "DOUBLE", true, Optional.of("amount"), 1));
  }

  @Test
  void sampleHasExactlyTheRowsAskedForAndDiffers() {
    TestingTables.events(
        file,
        "many",
        "('x', '2026-01-01', 'u', 'i', '{}', 0)"
            + ", ('x', '2026-01-01', 'u', 'i', '{}', 1)".repeat(1));
    file.write(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute(
                "INSERT INTO many SELECT 'x', '2026-01-01', 'u', i, '{}', i FROM range(10000) r(i)");
          }
        });
    var first = tables.sample("many", 50);
    var second = tables.sample("many", 50);
    assertThat(first.rows()).hasSize(50).isNotEqualTo(second.rows());
    assertThat(first.header())
        .containsExactlyElementsOf(
            List.of(
                "event_name", "event_time", "distinct_id", "insert_id", "properties", "amount"));
    assertThat(tables.sample("jan", 100).rows()).hasSize(7);
    assertThat(failure(() -> tables.sample("jan", 0)).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void summaryCountsExactly() {
    var summary = tables.summarize("jan");
    assertThat(summary.rowCount()).isEqualTo(7);
    assertThat(summary.columns()).hasSize(6);
    ColumnSummary amount = summary.columns().get(5);
    assertThat(amount.column()).isEqualTo("amount");
    assertThat(amount.count()).isEqualTo(3);
    assertThat(amount.nullPercent()).isCloseTo(100 * 4 / 7.0, within(1e-9));
    assertThat(amount.min()).isEqualTo("0.1");
    assertThat(amount.mean()).isCloseTo(4.6 / 3, within(1e-9));
    ColumnSummary properties = summary.columns().get(4);
    assertThat(properties.type()).isEqualTo("JSON");
    assertThat(properties.min()).isNull();
  }

  @Test
  void breakdownIsByEventCommonestFirst() {
    EventBreakdown breakdown = tables.breakdown("jan");
    assertThat(breakdown.totalEvents()).isEqualTo(7);
    assertThat(breakdown.totalUsers()).isEqualTo(4);
    assertThat(breakdown.firstTime()).contains(LocalDateTime.parse("2026-01-01T10:00:00.123"));
    assertThat(breakdown.events())
        .extracting(EventBreakdown.EventCount::event)
        .containsExactly("View", "Purchase", "Sign Up");
    assertThat(breakdown.events().get(0).users()).isEqualTo(3);
    assertThat(failure(() -> tables.breakdown("people")).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void keysAreThePropertyNames() {
    assertThat(tables.keys("jan", Optional.empty()))
        .containsExactly("$city", "a.b", "amount", "big", "it's", "nested");
    assertThat(tables.keys("jan", Optional.of("Sign Up"))).containsExactly("$city", "amount");
    assertThat(tables.keys("jan", Optional.of("it's"))).isEmpty();
    assertThat(tables.keys("people", Optional.empty())).containsExactly("plan");
    assertThat(failure(() -> tables.keys("people", Optional.of("x"))).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void theGraphHasTheShareOfEachEventsRowsThatHaveAProperty() {
    SchemaGraph graph = tables.schemaGraph("jan");
    assertThat(graph.events())
        .extracting(SchemaGraph.EventNode::name)
        .containsExactlyElementsOf(
            tables.breakdown("jan").events().stream()
                .map(EventBreakdown.EventCount::event)
                .sorted()
                .toList());
    for (SchemaGraph.EventNode event : graph.events()) {
      assertThat(event.properties())
          .extracting(SchemaGraph.PropertyNode::name)
          .containsExactlyElementsOf(tables.keys("jan", Optional.of(event.name())));
    }
    assertThat(graph.only(Optional.of("Purchase"), Optional.of("a.b")))
        .extracting(SchemaGraph::cells)
        .hasToString("[[Purchase, a.b, null, 0.5, null]]");
    assertThat(failure(() -> tables.schemaGraph("people")).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void statisticsOfAColumn() {
    ColumnStatistics amount = tables.column("jan", "Amount", 10);
    assertThat(amount.column()).isEqualTo("amount");
    assertThat(amount.type()).isEqualTo("DOUBLE");
    assertThat(amount.count()).isEqualTo(3);
    assertThat(amount.nullCount()).isEqualTo(4);
    assertThat(amount.uniqueCount()).isEqualTo(3);
    assertThat(amount.uniquePercent()).isEqualTo(100);
    assertThat(amount.min()).isEqualTo(0.1);
    assertThat(amount.max()).isEqualTo(3);
    assertThat(amount.standardDeviation()).isCloseTo(1.4502873, within(1e-6));
    ColumnStatistics event = tables.column("jan", "event_name", 1);
    assertThat(event.topValues()).containsExactly(new ValueCount("View", 3));
    assertThat(event.uniqueCount()).isEqualTo(3);
    assertThat(event.min()).isNull();
    assertThat(tables.column("jan", "event_time", 0).topValues()).isEmpty();
  }

  @Test
  void statisticsOfAProperty() {
    ColumnStatistics city = tables.column("jan", "properties.$city", 10);
    assertThat(city.column()).isEqualTo("properties.$city");
    assertThat(city.type()).isEqualTo("JSON");
    assertThat(city.count()).isEqualTo(4);
    assertThat(city.nullCount()).isEqualTo(3);
    assertThat(city.topValues())
        .containsExactly(new ValueCount("Berlin", 3), new ValueCount("Paris", 1));
    assertThat(city.mean()).isNull();
    ColumnStatistics amount = tables.column("jan", "properties.amount", 10);
    assertThat(amount.count()).isEqualTo(4);
    assertThat(amount.max()).isEqualTo(3);
    assertThat(amount.mean()).isCloseTo(4.6 / 3, within(1e-9));
    assertThat(amount.standardDeviation()).isCloseTo(1.4502873, within(1e-6));
    assertThat(amount.topValues()).extracting(ValueCount::value).contains("x", 3L);
    assertThat(tables.column("jan", "properties.big", 1).max()).isEqualTo(1.2345678901234568E22);
  }

  @Test
  void namesOfPropertiesAreTakenLiterally() {
    assertThat(tables.column("jan", "properties.a.b", 1).topValues())
        .containsExactly(new ValueCount(true, 1));
    assertThat(tables.column("jan", "properties.\"a.b\"", 1).column()).isEqualTo("properties.a.b");
    assertThat(tables.column("jan", "properties.it's", 1).topValues())
        .containsExactly(new ValueCount("a\nb", 1));
    assertThat(tables.column("jan", "properties.nested", 1).topValues())
        .containsExactly(new ValueCount(new Json("{\"k\":[1,2]}"), 1));
    assertThat(tables.column("jan", "properties.nested.k", 1).count()).isZero();
    TestingTables.events(
        file,
        "odd",
        "('x', '2026-01-01', 'u', 'i', '{\"a/b\":1,\"a~b\":2,\"0\":3,\"*\":4,\"q\\\"q\":5}', 0)");
    for (String name : List.of("a/b", "a~b", "0", "*", "q\"q")) {
      assertThat(tables.column("odd", "properties." + name, 1).count()).as(name).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nope",
        "amount + 1",
        "1",
        "*",
        "count(*)",
        "properties",
        "properties.",
        "\"amount\"",
        "amount FROM jan; DROP TABLE jan",
        "properties->>'$.x'",
        "jan.amount",
        "rowid"
      })
  void expressionsAreRefused(String column) {
    if (column.equals("properties")) {
      assertThat(tables.column("jan", column, 1).uniqueCount()).isEqualTo(7);
      return;
    }
    MixpanelDataException failure = failure(() -> tables.column("jan", column, 1));
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.hint().orElseThrow()).contains("event_name, event_time");
  }

  @Test
  void dropTakesAllOrNone() {
    assertThat(failure(() -> tables.drop(List.of("jan", "feb"))).code())
        .isEqualTo(ErrorCode.TABLE_NOT_FOUND);
    assertThat(tables.list()).hasSize(2);
    tables.drop(List.of("jan", "JAN", "people"));
    assertThat(tables.list()).isEmpty();
    assertThat(new DuckDbSql(file).query(SqlQuery.of("SHOW TABLES")).rows())
        .containsExactly(List.of("theirs"));
    assertThat(new DuckDbSql(file).query(SqlQuery.of("FROM mixpanel_data.columns")).rows())
        .isEmpty();
  }

  @Test
  void dropAllTakesOneTypeOrBothAndLeavesPeoplesOwn() {
    assertThat(tables.dropAll(Optional.of(TableType.PROFILES))).containsExactly("people");
    assertThat(tables.dropAll(Optional.empty())).containsExactly("jan");
    assertThat(tables.dropAll(Optional.empty())).isEmpty();
    assertThat(new DuckDbSql(file).query(SqlQuery.of("SELECT a FROM theirs")).scalar())
        .isEqualTo(1L);
  }

  @Test
  void emptyTableHasNoNumbers() {
    TestingTables.events(file, "none", "('x', '2026-01-01', 'u', 'i', '{}', 0)");
    file.write(
        connection -> {
          try (var statement = connection.createStatement()) {
            return statement.execute("DELETE FROM none");
          }
        });
    assertThat(tables.column("none", "amount", 5).nullPercent()).isZero();
    assertThat(tables.column("none", "properties.x", 5).mean()).isNull();
    assertThat(tables.breakdown("none").firstTime()).isEmpty();
    assertThat(tables.keys("none", Optional.empty())).isEmpty();
    assertThat(tables.sample("none", 5).rows()).isEmpty();
    assertThat(tables.summarize("none").rowCount()).isZero();
  }

  private static MixpanelDataException failure(ThrowingCallable call) {
    MixpanelDataException failure = catchThrowableOfType(MixpanelDataException.class, call);
    assertThat(failure).isNotNull();
    return failure;
  }
}
