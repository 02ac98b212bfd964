package dev.mixpaneldata.benchmarks;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * The yardstick: DuckDB's own reader puts the same files into a table of the same columns, with the
 * same memory and threads. It verifies nothing, removes no duplicate and promotes no property.
 */
final class NativeInsert {
  private NativeInsert() {}

  public static void main(String[] arguments) throws SQLException {
    Path files = Path.of(arguments[0]);
    String database = arguments[1];
    try (Connection connection = DriverManager.getConnection("jdbc:duckdb:" + database);
        Statement statement = connection.createStatement()) {
      statement.execute("SET memory_limit = '" + arguments[2] + "MB'");
      statement.execute("SET threads = " + Runtime.getRuntime().availableProcessors());
      statement.execute("SET preserve_insertion_order = false");
      statement.execute(
          """
          CREATE TABLE events (event_name VARCHAR, event_time TIMESTAMP, distinct_id VARCHAR,
            insert_id VARCHAR, properties JSON)""");
      statement.execute(
          """
          INSERT INTO events
          SELECT event, make_timestamp(x[1]::BIGINT * 1000), x[2], x[3], properties FROM (
            SELECT event, properties,
              properties ->> ['$.time', '$.distinct_id', '$."$insert_id"'] AS x
            FROM read_ndjson('%s/*.jsonl.gz', columns = {event: 'VARCHAR', properties: 'JSON'}))"""
              .formatted(files));
      statement.execute("CHECKPOINT");
    }
  }
}
