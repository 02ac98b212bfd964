package dev.mixpaneldata.storage.load;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.table.DuckDbTables;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadRequest;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.value.DateRange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** A database file in a temporary folder, parts beside it, and loads with few words. */
final class TestingLoads {
  static final String TABLE = "jan";

  private final Path folder;
  private final DatabaseFile file;
  private final DuckDbLoader loader;
  private int partCount;
  private List<String> promoted = List.of();
  private int jobCount;

  TestingLoads(Path folder) {
    this(folder, TimeSlices.MAX_ROWS);
  }

  TestingLoads(Path folder, long rowsAtOnce) {
    this.folder = folder;
    file =
        new DatabaseFile(folder.resolve("1.db"), new StoreOptions(Duration.ofSeconds(5), 320, 2));
    loader = new DuckDbLoader(file, Clock.systemUTC(), rowsAtOnce);
  }

  DatabaseFile file() {
    return file;
  }

  DuckDbLoader loader() {
    return loader;
  }

  Path part(List<String> lines) {
    return part(String.join("\n", lines) + (lines.isEmpty() ? "" : "\n"));
  }

  Path part(String... lines) {
    return part(List.of(lines));
  }

  Path part(String text) {
    return write(gzip(text.getBytes(UTF_8)));
  }

  Path write(byte[] bytes) {
    try {
      return Files.write(folder.resolve("part-" + partCount++ + ".json.gz"), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  LoadResult create(Path... parts) {
    return load(LoadMode.CREATE, parts);
  }

  LoadResult load(LoadMode mode, Path... parts) {
    return loader.load(request(TableType.EVENTS, mode, origin(null, null, null), parts), r -> {});
  }

  LoadResult loadProfiles(LoadMode mode, Path... parts) {
    return loader.load(request(TableType.PROFILES, mode, origin(null, null, null), parts), r -> {});
  }

  DuckDbTables columns() {
    return new DuckDbTables(file);
  }

  /** Names properties that later loads give columns. */
  void promote(String... properties) {
    promoted = List.of(properties);
  }

  LoadRequest request(TableType type, LoadMode mode, TableOrigin origin, Path... parts) {
    return new LoadRequest(
        "job-" + jobCount++, TABLE, type, mode, PartSource.of(List.of(parts)), origin, promoted);
  }

  static TableOrigin origin(@Nullable String from, @Nullable String to, @Nullable String zone) {
    return new TableOrigin(
        "1",
        "us",
        from == null || to == null ? Optional.empty() : Optional.of(DateRange.of(from, to)),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(zone).map(ZoneId::of));
  }

  /** Rows as texts. */
  List<List<@Nullable String>> query(String sql) {
    return file.read(
        connection -> {
          try (Statement statement = connection.createStatement();
              ResultSet row = statement.executeQuery(sql)) {
            List<List<@Nullable String>> rows = new ArrayList<>();
            while (row.next()) {
              List<@Nullable String> cells = new ArrayList<>();
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                cells.add(row.getString(i));
              }
              rows.add(cells);
            }
            return rows;
          }
        });
  }

  /** The first column of the rows. */
  List<@Nullable String> column(String sql) {
    List<@Nullable String> cells = new ArrayList<>();
    query(sql).forEach(row -> cells.add(row.get(0)));
    return cells;
  }

  List<@Nullable String> columnNames() {
    return column("SELECT column_name FROM (DESCRIBE " + TABLE + ")");
  }

  List<@Nullable String> tables() {
    return column("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main' ORDER BY 1");
  }

  List<CatalogColumn> promoted() {
    return file.read(connection -> new Catalog(connection).columns(TABLE));
  }

  static String event(String name, long time, String user, String insertId, String more) {
    return "{\"event\":\""
        + name
        + "\",\"properties\":{\"time\":"
        + time
        + ",\"distinct_id\":\""
        + user
        + "\",\"$insert_id\":\""
        + insertId
        + "\""
        + more
        + "}}";
  }
}
