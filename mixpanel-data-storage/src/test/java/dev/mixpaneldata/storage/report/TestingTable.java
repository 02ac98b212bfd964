package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.LocalScopeBuilder;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.storage.DuckDbStoreProvider;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.index.IndexBuild;
import dev.mixpaneldata.storage.index.IndexLimits;
import dev.mixpaneldata.storage.index.TableIndexes;
import dev.mixpaneldata.store.LocalTable;
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
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;

/** A local table {@code t} of events written down in a test, and {@code people} with profiles. */
final class TestingTable {
  /** Properties of a handful of values are said to have many, since hardly one here has more. */
  private static final IndexLimits ALWAYS = new IndexLimits(0, Long.MAX_VALUE, 1_000, 5);

  private final Path folder;
  private final DateRange range;
  private final List<String> events = new ArrayList<>();
  private final List<String> profiles = new ArrayList<>();
  private TableOrigin origin;
  private int first;
  private Instant fetchedAt = Instant.parse("2100-01-01T00:00:00Z");

  /** A table that was fetched for these days. */
  TestingTable(Path folder, String from, String to) {
    this.folder = folder;
    this.range = DateRange.of(from, to);
    this.origin =
        new TableOrigin(
            "1",
            "us",
            Optional.of(range),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
  }

  /** Says when it was fetched. */
  TestingTable fetchedAt(String time) {
    fetchedAt = at(time);
    return this;
  }

  /** Other facts about where the table comes from. */
  TestingTable origin(UnaryOperator<TableOrigin> change) {
    origin = change.apply(origin);
    return this;
  }

  /**
   * An event.
   *
   * @param time ISO, UTC unless it ends with an offset: {@code 2026-01-05T10:00:00}
   * @param properties further properties as JSON without the braces; may be empty
   */
  TestingTable event(String name, String user, String time, String properties) {
    String iso = time.matches(".*(Z|[+-]\\d\\d:\\d\\d)$") ? time : time + "Z";
    long millis = java.time.OffsetDateTime.parse(iso).toInstant().toEpochMilli();
    return line(
        "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"distinct_id\":\"%s\",\"$insert_id\":\"i%d\"%s}}"
            .formatted(
                name, millis, user, events.size(), properties.isEmpty() ? "" : "," + properties));
  }

  TestingTable event(String name, String user, String time) {
    return event(name, user, time, "");
  }

  /** A whole exported line. */
  TestingTable line(String json) {
    events.add(json);
    return this;
  }

  TestingTable profile(String user, String properties) {
    profiles.add("{\"$distinct_id\":\"%s\",\"$properties\":{%s}}".formatted(user, properties));
    return this;
  }

  /** A whole profile. */
  TestingTable profileLine(String json) {
    profiles.add(json);
    return this;
  }

  /** Loads so many events first and appends the others; 0 for all at once. */
  TestingTable loadedFirst(int count) {
    first = count;
    return this;
  }

  static Instant at(String time) {
    return Instant.parse(time + "Z");
  }

  Reports reports() {
    return reports(scope -> {});
  }

  Reports reports(Consumer<LocalScopeBuilder> change) {
    try {
      Store store =
          new DuckDbStoreProvider()
              .open(folder.resolve("t.db"), StoreOptions.defaults(), Clock.systemUTC());
      if (!Files.exists(folder.resolve("t.db"))) {
        int cut = first == 0 ? events.size() : first;
        load(store, "t", TableType.EVENTS, LoadMode.CREATE, events.subList(0, cut));
        if (cut < events.size()) {
          List<String> others = events.subList(cut, events.size());
          load(store, "t", TableType.EVENTS, LoadMode.APPEND, others);
        }
        if (!profiles.isEmpty()) {
          load(store, "people", TableType.PROFILES, LoadMode.CREATE, profiles);
        }
        fetchedLongAfter(store);
      }
      return new LocalTable(store::reports, LocalScope.of("t")).with(change).reports();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Reports that note what they look for in the index, and read what is there. */
  Reports indexed(Consumer<LocalScopeBuilder> change) {
    reports(change);
    DatabaseFile file = new DatabaseFile(folder.resolve("t.db"), StoreOptions.defaults());
    TableIndexes indexes = new TableIndexes(file, ALWAYS);
    return new LocalTable(scope -> new LocalReports(file, scope, indexes), LocalScope.of("t"))
        .with(change)
        .reports();
  }

  /** Makes the index with all that reports have looked for. */
  void index() {
    try {
      DatabaseFile file = new DatabaseFile(folder.resolve("t.db"), StoreOptions.defaults());
      if (!IndexBuild.run(file, "t", ALWAYS)) {
        throw new IllegalStateException("There is no index.");
      }
    } catch (IOException | SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The days are over when they are fetched, whenever tests run; or this is the time. */
  private void fetchedLongAfter(Store store) {
    store.release();
    try (Connection connection =
            DriverManager.getConnection("jdbc:duckdb:" + folder.resolve("t.db"));
        PreparedStatement update =
            connection.prepareStatement("UPDATE mixpanel_data.tables SET fetched_at = ?")) {
      update.setObject(1, LocalDateTime.ofInstant(fetchedAt, ZoneOffset.UTC));
      update.execute();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void load(Store store, String table, TableType type, LoadMode mode, List<String> lines)
      throws IOException {
    Path part = folder.resolve(table + "-" + mode + ".jsonl.gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(part))) {
      for (String line : lines) {
        out.write((line + "\n").getBytes(StandardCharsets.UTF_8));
      }
    }
    store
        .loader()
        .load(
            new LoadRequest(
                "job " + mode, table, type, mode, PartSource.of(List.of(part)), origin, List.of()),
            rows -> {});
  }
}
