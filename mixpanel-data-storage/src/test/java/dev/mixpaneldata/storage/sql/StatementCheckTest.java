package dev.mixpaneldata.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.store.SqlQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StatementCheckTest {
  @TempDir static Path folder;
  private static DuckDbSql sql;
  private static byte[] before;

  @BeforeAll
  static void makeTables() throws Exception {
    var file = TestingTables.in(folder);
    sql = new DuckDbSql(file);
    Files.writeString(folder.resolve("x.csv"), "a,b\n1,2\n");
    before = Files.readAllBytes(file.path());
  }

  @AfterAll
  static void nothingWasChangedOrWritten() throws Exception {
    assertThat(Files.readAllBytes(folder.resolve("12345.db"))).isEqualTo(before);
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("12345.db", "12345.db.spill", "x.csv");
    }
    assertThat(folder.resolve("12345.db.spill")).isEmptyDirectory();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT 1",
        "select 1;",
        "SELECT 1 ; -- the end; really\n",
        "SELECT ';' AS \"a;b\"",
        "/* ; DROP TABLE jan; */ SELECT $$ ; DROP TABLE jan $$",
        "SELECT $tag$ ; $tag$",
        "(SELECT 1)",
        "FROM jan",
        "FROM jan SELECT event_name WHERE amount > 1",
        "WITH q AS (SELECT 1 AS a) SELECT a FROM q",
        "WITH RECURSIVE r(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM r WHERE n < 5) FROM r",
        "VALUES (1), (2)",
        "TABLE jan",
        "DESCRIBE jan",
        "DESCRIBE SELECT 1",
        "SHOW TABLES",
        "SHOW ALL TABLES",
        "SUMMARIZE jan",
        "SELECT * FROM (DESCRIBE jan)",
        "EXPLAIN SELECT 1",
        "explain analyze SELECT 1",
        "EXPLAIN (FORMAT json) SELECT 1",
        "EXPLAIN (SELECT 1)",
        "PIVOT jan ON event_name USING count(*) GROUP BY distinct_id",
        "pivot jan on event_name using count(*);",
        "FROM (PIVOT jan ON event_name IN ('View') USING count(*))",
        "UNPIVOT (SELECT amount FROM jan) ON amount INTO NAME n VALUE v",
        "SELECT list_transform([1, 2], lambda x: x + 1)",
        "SELECT event_name, row_number() OVER (ORDER BY event_time) AS n FROM jan QUALIFY n = 1",
        "SELECT * FROM jan ASOF JOIN people ON jan.distinct_id = people.distinct_id"
            + " AND jan.event_time >= people.last_seen",
        "SELECT * FROM jan USING SAMPLE 2 ROWS",
        "SELECT COLUMNS('event_.*') FROM jan",
        "SELECT properties->>'$.\"$city\"' FROM jan",
        "SELECT histogram(amount) FROM jan",
        "SELECT 'checkpoint()', 'current_setting' AS \"write_log\"",
        "SELECT query FROM (SELECT 1 AS query)",
        "FROM information_schema.tables",
        "FROM duckdb_tables()",
        "SELECT approx_quantile(amount, 0.5), count(DISTINCT event_name) FROM jan",
      })
  void readingStatementsPass(String text) {
    assertThatCode(() -> sql.query(SqlQuery.of(text))).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ";",
        "-- nothing",
        "SELECT 1; SELECT 2",
        "SELECT 1; DROP TABLE jan",
        "DROP TABLE jan; SELECT 1",
        "SELECT ''';'; DROP TABLE jan",
        "PIVOT jan ON event_name USING count(*); DROP TABLE jan",
        "EXPLAIN SELECT 1; DROP TABLE jan",
        "EXPLAIN DROP TABLE jan",
        "EXPLAIN ANALYZE INSERT INTO theirs VALUES (1)",
        "EXPLAIN ANALYZE CREATE TEMP TABLE y(i INT)",
        "CREATE TABLE y(i INT)",
        "CREATE TEMP TABLE y(i INT)",
        "CREATE TEMP TABLE y AS SELECT 1",
        "CREATE TEMP VIEW v AS SELECT 1",
        "CREATE TEMP MACRO m() AS 1",
        "CREATE SECRET s (TYPE s3)",
        "DROP TABLE jan",
        "ALTER TABLE theirs ADD COLUMN z INT",
        "INSERT INTO theirs VALUES (1)",
        "INSERT INTO theirs VALUES (1) RETURNING *",
        "WITH q AS (SELECT 1) INSERT INTO theirs FROM q",
        "UPDATE theirs SET a = 2",
        "DELETE FROM theirs",
        "TRUNCATE theirs",
        "MERGE INTO theirs USING jan ON true WHEN MATCHED THEN DELETE",
        "COMMENT ON TABLE jan IS 'x'",
        "ATTACH ':memory:' AS m",
        "ATTACH 'other.db'",
        "DETACH \"12345\"",
        "USE main",
        "INSTALL httpfs",
        "LOAD httpfs",
        "LOAD '/tmp/x.so'",
        "SET threads = 1",
        "SET TimeZone = 'Asia/Tokyo'",
        "SET jdbc_stream_results = false",
        "SET VARIABLE v = 1",
        "RESET threads",
        "PRAGMA database_list",
        "PRAGMA enable_profiling",
        "CALL duckdb_tables()",
        "CALL enable_logging()",
        "CHECKPOINT",
        "FORCE CHECKPOINT",
        "VACUUM",
        "ANALYZE",
        "BEGIN",
        "COMMIT",
        "ROLLBACK",
        "PREPARE p AS SELECT 1",
        "EXECUTE p",
        "DEALLOCATE p",
        "EXPORT DATABASE 'out'",
        "IMPORT DATABASE 'out'",
        "COPY jan TO 'out.csv'",
        "COPY (SELECT 1) TO 'out.csv'",
        "COPY theirs FROM 'x.csv'",
        "SELECT 1 FROM",
        "KILL 1",
        "SELECT ?",
      })
  void otherStatementsAreRefused(String text) {
    refused(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_blob('/etc/passwd')",
        "SELECT * FROM read_csv('%s/x.csv')",
        "SELECT * FROM read_json('/etc/passwd')",
        "SELECT * FROM read_parquet(['/etc/passwd'])",
        "SELECT * FROM read_duckdb('other.db')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM sniff_csv('%s/x.csv')",
        "SELECT * FROM parquet_metadata('x.parquet')",
        "FROM '/etc/passwd'",
        "FROM '%s/x.csv'",
        "FROM 'x.parquet'",
        "FROM 'https://example.com/x.parquet'",
        "FROM read_csv('http://example.com/x.csv')",
        "FROM query_table('/etc/passwd')",
        "FROM query('DROP TABLE jan')",
        "FROM query('SELECT 1; DROP TABLE jan')",
        "FROM query('COPY jan TO ''out.csv''')",
        "FROM json_execute_serialized_sql(json_serialize_sql('FROM read_text(''/etc/passwd'')'))",
        "EXPLAIN SELECT * FROM read_text('/etc/passwd')",
        "EXPLAIN ANALYZE SELECT * FROM read_text('/etc/passwd')",
        "DESCRIBE '/etc/passwd'",
        "SUMMARIZE '%s/x.csv'",
        "PIVOT '%s/x.csv' ON a USING count(*)",
        "FROM duckdb_secrets()",
        "FROM enable_logging()",
        "FROM enable_profiling()",
        "SELECT getenv('HOME')",
        "FROM \"jan\"\"; DROP TABLE jan; --\"",
        "SELECT nextval('s')",
      })
  void filesNetworkAndSettingsAreOutOfReach(String text) {
    refused(text.replace("%s", folder.toString()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * FROM query('SELECT 1')",
        "SELECT * FROM query_table('jan')",
        "FROM histogram('duckdb_databases', path)",
        "FROM histogram_values('duckdb_databases', path)",
        "FROM json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "FROM main.json_execute_serialized_sql(json_serialize_sql('SELECT 1'))",
        "FROM \"JSON_Execute_Serialized_SQL\"(json_serialize_sql('SELECT 1'))",
        "SELECT (SELECT count(*) FROM system.main.query('SELECT 1'))",
        "WITH a AS (FROM query('SELECT 1')) FROM a",
        "SELECT json_serialize_plan('SELECT 1')",
        "FROM destroy_external_resource('range', 1000)",
        "FROM destroy_external_resource('query', 'SELECT 1')",
        "FROM create_external_resource('x', 1)",
        "FROM register_external_resource('a', 'b')",
        "FROM register_external_resource_type('a')",
        "FROM deregister_external_resource('a')",
        "FROM duckdb_external_resources()",
        "FROM checkpoint()",
        "FROM force_checkpoint()",
        "SELECT write_log('x')",
        "SELECT 'x'.write_log()",
        "SELECT list_transform(['x'], lambda x: write_log(x))",
        "SELECT 1 ORDER BY write_log('x')",
        "SELECT count(*) FILTER (write_log('x') IS NULL) FROM jan",
        "SELECT sum(1) OVER (PARTITION BY write_log('x'))",
        "EXPLAIN ANALYZE SELECT write_log('x')",
        "EXPLAIN (FORMAT json) SELECT write_log('x')",
        "DESCRIBE SELECT write_log('x')",
        "SUMMARIZE SELECT write_log('x')",
        "PIVOT jan ON write_log(event_name) USING count(*)",
        "PIVOT (SELECT * FROM query('SELECT 1')) ON a USING count(*)",
        "PIVOT jan ON \"write_log\"(event_name) USING count(*)",
        "FROM (PIVOT jan ON event_name IN ('a') USING count(write_log('x')))",
        "FROM truncate_duckdb_logs()",
        "FROM disable_logging()",
        "FROM disable_profiling()",
        "SELECT sleep_ms(1)",
        "SELECT pg_sleep(0.001)",
        "SELECT setseed(0.5)",
        "FROM arrow_scan(1, 2, 3)",
        "FROM arrow_scan_dumb(1, 2, 3)",
        "FROM seq_scan('jan')",
        "SELECT __internal_decompress_string(1::UTINYINT)",
        "SELECT current_setting('temp_directory')",
        "FROM duckdb_settings()",
        "FROM pg_settings",
        "FROM pg_catalog.pg_settings",
        "SUMMARIZE pg_settings",
        "DESCRIBE FROM duckdb_settings()",
        "FROM duckdb_databases()",
        "FROM duckdb_databases",
        "FROM \"DuckDB_Databases\"",
        "SELECT path FROM system.main.duckdb_databases",
        "SUMMARIZE duckdb_databases",
        "PIVOT duckdb_databases ON path USING count(*)",
        "FROM pragma_database_list",
        "FROM pragma_database_list()",
        "FROM duckdb_temporary_files()",
        "FROM duckdb_extensions()",
        "FROM duckdb_secrets()",
        "FROM which_secret('s3://a', 's3')",
        "FROM duckdb_logs()",
        "FROM duckdb_logs",
        "FROM duckdb_logs_parsed('QueryLog')",
        "FROM duckdb_log_contexts()",
        "FROM duckdb_external_file_cache()",
      })
  void functionsThatActOrTellOfTheMachineAreRefusedByName(String text) {
    assertThat(refused(text).hint())
        .contains("SQL here reads the local tables and reaches no file, network or setting.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SHOW DATABASES",
        "SHOW ALL TABLES",
        "FROM pragma_storage_info('jan')",
        "FROM pragma_database_size()",
        "FROM pg_database",
        "FROM sqlite_master",
        "FROM duckdb_tables()",
        "FROM duckdb_memory()",
        "FROM duckdb_variables()",
        "SELECT current_database(), current_schema(), version(), current_query(), user",
      })
  void whatIsLetBeTellsNoPaths(String text) {
    assertThat(sql.query(SqlQuery.of(text)).rows().toString())
        .doesNotContain(folder.toString())
        .doesNotContain(System.getProperty("user.home") + "/");
  }

  @Test
  void refusalsSayWhyAndWhatToDo() {
    assertThat(refused("SELECT 1; SELECT 2"))
        .hasMessage("This query has several statements; one is allowed.");
    assertThat(refused("")).hasMessage("There is no statement in this query.");
    assertThat(refused("DROP TABLE jan").hint().orElseThrow()).contains("SELECT");
    assertThat(refused("FROM read_text('/etc/passwd')").hint())
        .contains("SQL here reads the local tables and reaches no file, network or setting.");
  }

  @Test
  void syntaxErrorsComeInTheEnginesWordsWithThePosition() {
    assertThat(refused("SELECT *\nFROM jan WHERE amount = 1 ORDER"))
        .hasMessageStartingWith("Parser Error: syntax error at or near \"ORDER\"")
        .hasMessageContaining("LINE 2: ")
        .hasMessageContaining("^");
    assertThat(refused("SELECT nope FROM jan"))
        .hasMessageContaining("Referenced column \"nope\" not found")
        .hasMessageContaining("LINE 1: SELECT nope FROM jan");
  }

  @Test
  void unknownTablesComeWithThoseThereAre() {
    assertThat(refused("FROM feb").hint()).contains("The tables are: jan, people, theirs.");
  }

  private static MixpanelDataException refused(String text) {
    MixpanelDataException failure =
        catchThrowableOfType(MixpanelDataException.class, () -> sql.query(SqlQuery.of(text)));
    assertThat(failure).as(text).isNotNull();
    assertThat(failure.code()).as(failure.getMessage()).isEqualTo(ErrorCode.QUERY_FAILED);
    return failure;
  }
}
