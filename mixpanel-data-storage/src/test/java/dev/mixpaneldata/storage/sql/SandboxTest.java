package dev.mixpaneldata.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.store.SqlQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Texts that try to get out: each reader of files in each form of a statement, and what writes,
 * attaches, sets or logs, with and without disguise. None reaches a file, a setting or the tables.
 */
class SandboxTest {
  private static final List<String> READERS =
      words(
          """
          read_text read_blob read_csv read_csv_auto read_json read_json_auto read_json_objects
          read_json_objects_auto read_ndjson read_ndjson_auto read_ndjson_objects read_parquet
          parquet_scan parquet_metadata parquet_file_metadata parquet_full_metadata
          parquet_kv_metadata parquet_schema sniff_csv glob read_duckdb read_single_csv_file
          read_single_json_file read_single_parquet_file
          """);

  /** Each with a place for a reader and its argument. */
  private static final List<String> FORMS =
      lines(
          """
          FROM %s
          SELECT (SELECT count(*) FROM %s)
          WITH q AS MATERIALIZED (FROM %s) FROM q
          SELECT * FROM jan, LATERAL (FROM %s)
          DESCRIBE FROM %s
          SUMMARIZE FROM %s
          EXPLAIN ANALYZE FROM %s
          PIVOT (FROM %s) ON 1 USING count(*)
          SELECT 1 WHERE EXISTS (FROM %s)
          """);

  private static final List<String> SOURCES =
      lines(
          """
          FROM '%s'
          FROM "%s"
          FROM 'file:%s'
          FROM 'file://%s'
          TABLE "%s"
          SUMMARIZE '%s'
          DESCRIBE '%s'
          PIVOT '%s' ON a USING count(*)
          FROM ['%s']
          SELECT * FROM 'https://example.com/x.csv'
          SELECT * FROM 's3://bucket/x.parquet'
          FROM query_table('%s')
          FROM query('FROM ''%s''')
          SELECT getenv('HOME')
          SELECT read_text('%s')
          """);

  private static final List<String> ACTIONS =
      lines(
          """
          COPY jan TO '%s'
          COPY (SELECT 1) TO '%s' (FORMAT parquet)
          COPY jan FROM '%s'
          COPY FROM DATABASE a TO b
          EXPORT DATABASE '%s'
          IMPORT DATABASE '%s'
          ATTACH '%s' AS a
          ATTACH IF NOT EXISTS '%s'
          ATTACH ':memory:' AS a
          DETACH a
          INSTALL httpfs
          INSTALL '%s'
          FORCE INSTALL json
          LOAD '%s'
          UPDATE EXTENSIONS
          SET enable_external_access = true
          SET GLOBAL lock_configuration = false
          SET memory_limit = '20GB'
          SET temp_directory = '%s'
          SET TimeZone = 'UTC'
          SET VARIABLE x = 1
          RESET memory_limit
          PRAGMA memory_limit = '20GB'
          PRAGMA enable_profiling = 'json'
          PRAGMA profiling_output = '%s'
          PRAGMA database_list
          PRAGMA json_execute_serialized_sql('x')
          CALL enable_logging('QueryLog', storage = 'file', storage_path = '%s')
          CALL pragma_version()
          FROM enable_logging('QueryLog', storage = 'file', storage_path = '%s')
          FROM enable_profiling(save_location = '%s')
          CREATE TABLE x AS SELECT 1
          CREATE OR REPLACE TEMP TABLE jan AS SELECT 1
          CREATE MACRO m() AS TABLE FROM read_text('%s')
          CREATE SECRET (TYPE s3, KEY_ID 'a')
          CREATE PERSISTENT SECRET s (TYPE http)
          CREATE TYPE t AS ENUM ('a')
          CREATE SEQUENCE s
          CREATE SCHEMA s
          CREATE INDEX i ON jan (event_name)
          DROP TABLE jan
          DROP SCHEMA main CASCADE
          ALTER TABLE jan RENAME TO feb
          INSERT INTO jan FROM jan
          INSERT OR REPLACE INTO jan FROM jan
          UPDATE jan SET event_name = 'x' RETURNING *
          DELETE FROM jan RETURNING *
          TRUNCATE jan
          MERGE INTO jan USING people ON false WHEN NOT MATCHED THEN INSERT
          VACUUM jan
          ANALYZE jan
          CHECKPOINT
          FORCE CHECKPOINT
          BEGIN TRANSACTION READ WRITE
          COMMIT
          PREPARE p AS FROM jan
          EXECUTE p
          USE memory
          """);

  private static final List<String> HIDDEN =
      lines(
          """
          DROP TABLE jan
          COPY jan TO '%s'
          INSERT INTO theirs VALUES (2)
          SET threads = 1
          ATTACH '%s' AS a
          """);

  /** What a statement may be hidden in or behind. */
  private static final List<String> DISGUISES =
      List.of(
          "SELECT 1; %s",
          "%s; SELECT 1",
          "/* SELECT */ %s",
          "-- SELECT\n%s",
          "\uFEFF%s",
          "EXPLAIN %s",
          "EXPLAIN ANALYZE %s",
          "EXPLAIN (ANALYZE) %s",
          "WITH q AS (SELECT 1) %s",
          "WITH q AS (%s) SELECT * FROM q",
          "SELECT * FROM (%s)",
          "PIVOT jan ON event_name USING count(*); %s",
          "SELECT 1\0; %s");

  @TempDir static Path folder;
  private static DuckDbSql sql;
  private static byte[] before;

  @BeforeAll
  static void makeTables() throws Exception {
    var file = TestingTables.in(folder);
    sql = new DuckDbSql(file);
    Files.writeString(folder.resolve("x.csv"), "a,b\nhidden-from-queries,2\n");
    before = Files.readAllBytes(file.path());
  }

  @AfterAll
  static void nothingWasChangedOrWritten() throws Exception {
    assertThat(Files.readAllBytes(folder.resolve("12345.db"))).isEqualTo(before);
    assertThat(Files.readString(folder.resolve("x.csv"))).contains("hidden-from-queries");
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("12345.db", "12345.db.spill", "x.csv");
    }
  }

  @ParameterizedTest
  @MethodSource
  void noReaderReachesAFile(String text) {
    refused(text.replace("%s", folder.resolve("x.csv").toString()));
  }

  static Stream<String> noReaderReachesAFile() {
    Stream<String> calls =
        READERS.stream()
            .flatMap(reader -> FORMS.stream().map(f -> f.replace("%s", reader + "('%s')")));
    return Stream.concat(calls, SOURCES.stream());
  }

  @ParameterizedTest
  @MethodSource
  void nothingButReadingIsDone(String text) {
    refused(text.replace("%s", folder.resolve("out").toString()));
  }

  static Stream<String> nothingButReadingIsDone() {
    Stream<String> disguised =
        HIDDEN.stream().flatMap(text -> DISGUISES.stream().map(d -> d.replace("%s", text)));
    return Stream.concat(ACTIONS.stream(), disguised);
  }

  private static void refused(String text) {
    MixpanelDataException failure =
        catchThrowableOfType(MixpanelDataException.class, () -> sql.query(SqlQuery.of(text)));
    assertThat(failure).as(text).isNotNull();
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(failure.getMessage()).doesNotContain("hidden-from-queries");
  }

  private static List<String> words(String text) {
    return Arrays.asList(text.strip().split("\\s+"));
  }

  private static List<String> lines(String text) {
    return text.lines().toList();
  }
}
