package dev.mixpaneldata.cli;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.store.ColumnStatistics;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.ExportedFile;
import dev.mixpaneldata.store.SchemaGraph;
import dev.mixpaneldata.store.Sql;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import dev.mixpaneldata.store.StoreContents;
import dev.mixpaneldata.store.StoreInfo;
import dev.mixpaneldata.store.TableExport;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableSchema;
import dev.mixpaneldata.store.TableSummary;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.Tables;
import dev.mixpaneldata.store.spi.Loader;
import dev.mixpaneldata.store.spi.Store;
import dev.mixpaneldata.store.spi.StoredEvents;
import dev.mixpaneldata.value.Json;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A store in memory for tests of what the command line adds: the table {@code jan} of events and
 * {@code people} of profiles, and a handful of queries with known answers. What needs a real file
 * (loads, reports, stored events, the schema of properties) is tested over DuckDB and unsupported
 * here.
 */
final class TestingStore implements Store, Tables, Sql {
  static final String TWO_ROWS = "SELECT name, n, p FROM jan";
  static final String ONE_VALUE = "SELECT count(*) FROM jan";
  static final String MANY_ROWS = "SELECT n FROM range(1000000) t(n)";

  final List<String> queries = new ArrayList<>();
  final List<TableExport> exports = new ArrayList<>();
  final List<String> promoted = new ArrayList<>();
  final Set<String> names = new LinkedHashSet<>(List.of("jan", "people"));

  @Override
  public Tables tables() {
    return this;
  }

  @Override
  public Sql sql() {
    return this;
  }

  @Override
  public Store in(Path file) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StoredEvents events() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Loader loader() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reports lake(Path folder, LocalScope scope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Reports reports(LocalScope scope) {
    throw new UnsupportedOperationException();
  }

  @Override
  public StoreInfo info() {
    return new StoreInfo(Path.of("/data/7.db"), 4096, Optional.empty(), list());
  }

  @Override
  public StoreContents contents() {
    return new StoreContents(
        list().stream()
            .map(
                t ->
                    new StoreContents.TableDays(
                        t.name(),
                        t.type(),
                        t.rowCount(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        t.fetchedAt()))
            .toList(),
        List.of(new StoreContents.EventRows("Sign up", 1234, "jan")));
  }

  @Override
  public List<TableInfo> list() {
    return names.stream().map(TestingStore::table).toList();
  }

  private static TableInfo table(String name) {
    Instant time = Instant.parse("2026-02-01T10:00:00Z");
    TableType type = name.equals("people") ? TableType.PROFILES : TableType.EVENTS;
    return new TableInfo(
        name,
        type,
        1234,
        2048,
        time,
        time,
        new TableOrigin(
            "7",
            "eu",
            Optional.empty(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty()),
        Optional.empty());
  }

  private void require(String table) {
    if (!names.contains(table)) {
      throw new MixpanelDataException(
          ErrorCode.TABLE_NOT_FOUND,
          "There is no table '" + table + "'.",
          "There are " + String.join(", ", names) + ".");
    }
  }

  @Override
  public TableSchema schema(String table) {
    require(table);
    return new TableSchema(
        table,
        List.of(
            new TableSchema.Column("event_name", "VARCHAR", false, Optional.empty(), 0),
            new TableSchema.Column("plan", "VARCHAR", true, Optional.of("plan"), 2)));
  }

  @Override
  public SqlResult sample(String table, int rows) {
    require(table);
    return query(SqlQuery.of(TWO_ROWS));
  }

  @Override
  public TableSummary summarize(String table) {
    require(table);
    return new TableSummary(table, 1234, List.of());
  }

  @Override
  public EventBreakdown breakdown(String table) {
    require(table);
    return new EventBreakdown(table, 0, 0, Optional.empty(), Optional.empty(), List.of());
  }

  @Override
  public SchemaGraph schemaGraph(String table) {
    throw new UnsupportedOperationException();
  }

  @Override
  public List<String> keys(String table, Optional<String> event) {
    require(table);
    return event.isPresent() ? List.of("plan") : List.of("$city", "plan");
  }

  @Override
  public ColumnStatistics column(String table, String column, int top) {
    require(table);
    return new ColumnStatistics(
        table,
        column,
        "VARCHAR",
        1234,
        0,
        0,
        1,
        0.1,
        List.of(new ColumnStatistics.ValueCount("Sign up", 1234)),
        null,
        null,
        null,
        null);
  }

  @Override
  public TableSchema promote(String table, List<String> properties) {
    require(table);
    promoted.addAll(properties);
    return schema(table);
  }

  @Override
  public TableSchema demote(String table, List<String> properties) {
    require(table);
    promoted.removeAll(properties);
    return schema(table);
  }

  @Override
  public void drop(List<String> tables) {
    tables.forEach(this::require);
    names.removeAll(tables);
  }

  @Override
  public List<String> dropAll(Optional<TableType> type) {
    List<String> dropped =
        names.stream().filter(n -> type.isEmpty() || table(n).type() == type.get()).toList();
    names.removeAll(dropped);
    return dropped;
  }

  @Override
  public ExportedFile export(TableExport export) {
    exports.add(export);
    return new ExportedFile(export.table(), export.target(), 1234, 99);
  }

  @Override
  public SqlResult query(SqlQuery query) {
    queries.add(query.text());
    List<List<@Nullable Object>> rows = new ArrayList<>();
    if (query.text().equals(ONE_VALUE)) {
      rows.add(Arrays.<@Nullable Object>asList(1234L));
      return new SqlResult(List.of(new SqlColumn("count", "BIGINT")), rows);
    }
    if (!query.text().equals(TWO_ROWS)) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED, "No such query: " + query.text(), "Ask another.");
    }
    rows.add(Arrays.<@Nullable Object>asList("日本, \"A\"", 1L, new Json("{\"a\":1.10}")));
    rows.add(Arrays.<@Nullable Object>asList("two\nlines", null, null));
    return new SqlResult(
        List.of(
            new SqlColumn("name", "VARCHAR"),
            new SqlColumn("n", "BIGINT"),
            new SqlColumn("p", "JSON")),
        rows);
  }

  @Override
  public void stream(SqlQuery query, SqlRows rows) {
    if (!query.text().equals(MANY_ROWS)) {
      SqlResult result = query(query);
      rows.columns(result.columns());
      result.rows().forEach(rows::row);
      return;
    }
    queries.add(query.text());
    rows.columns(List.of(new SqlColumn("n", "BIGINT")));
    for (long n = 0; n < 1_000_000; n++) {
      rows.row(List.of(n));
    }
  }
}
