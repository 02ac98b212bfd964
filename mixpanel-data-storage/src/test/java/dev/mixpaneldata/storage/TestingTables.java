package dev.mixpaneldata.storage;

import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogColumn;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.store.StoreOptions;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.store.TableType;
import java.nio.file.Path;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Database files with small tables in them, laid out as fetched ones are. */
public final class TestingTables {
  private static final TableOrigin ORIGIN =
      new TableOrigin(
          "12345",
          "us",
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  private TestingTables() {}

  /**
   * A file with the event table {@code jan} (7 rows, 2 days, promoted column {@code amount} with a
   * misfit), the profile table {@code people} (2 rows), and {@code theirs}, made without us.
   */
  public static DatabaseFile in(Path folder) {
    DatabaseFile file =
        new DatabaseFile(
            folder.resolve("12345.db"), new StoreOptions(Duration.ofSeconds(10), 320, 2));
    events(
        file,
        "jan",
        """
        ('Sign Up', '2026-01-01 10:00:00.123', 'ann', 'i1', '{"$city":"Berlin","amount":1.5}', 1.5),
        ('Sign Up', '2026-01-01 11:00:00', 'bob', 'i2', '{"$city":"Paris","amount":"x"}', NULL),
        ('Purchase', '2026-01-02 00:00:00', 'ann', 'i3', '{"$city":"Berlin","amount":3,"a.b":true}', 3),
        ('Purchase', '2026-01-02 23:59:59.999', 'bob', NULL, '{"amount":0.1000000000000000055,"big":12345678901234567890123}', 0.1),
        ('View', '2026-01-02 12:00:00', 'cy, "the" one', 'i5', '{"$city":null,"nested":{"k":[1,2]}}', NULL),
        ('View', '2026-01-02 12:00:01', '', 'i6', '{"$city":"Berlin","it''s":"a\\nb"}', NULL),
        ('View', '2026-01-02 12:00:02', 'ann', 'i7', '{}', NULL)
        """);
    file.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "CREATE TABLE people(distinct_id VARCHAR, last_seen TIMESTAMP, properties JSON)");
            statement.execute(
                "INSERT INTO people VALUES ('ann', '2026-01-03 00:00:00', '{\"plan\":\"pro\"}'),"
                    + " ('bob', NULL, '{}')");
            statement.execute("CREATE TABLE theirs AS SELECT 1 AS a");
          }
          put(connection, "people", TableType.PROFILES, List.of());
          return true;
        });
    return file;
  }

  /** Makes an event table of the values of its five fixed columns and of {@code amount}. */
  public static void events(DatabaseFile file, String name, String values) {
    file.write(
        connection -> {
          try (Statement statement = connection.createStatement()) {
            statement.execute(
                "CREATE TABLE \""
                    + name
                    + "\"(event_name VARCHAR, event_time TIMESTAMP, distinct_id VARCHAR,"
                    + " insert_id VARCHAR, properties JSON, amount DOUBLE)");
            statement.execute("INSERT INTO \"" + name + "\" VALUES " + values);
          }
          put(
              connection,
              name,
              TableType.EVENTS,
              List.of(new CatalogColumn("amount", "amount", "DOUBLE", 1, 0)));
          return true;
        });
  }

  private static void put(
      java.sql.Connection connection, String name, TableType type, List<CatalogColumn> columns)
      throws java.sql.SQLException {
    new Catalog(connection)
        .put(
            new CatalogTable(
                name,
                type,
                Instant.parse("2026-01-03T00:00:00Z"),
                Instant.parse("2026-01-04T00:00:00Z"),
                ORIGIN,
                Optional.of("job")),
            columns);
  }
}
