package dev.mixpaneldata.storage.sql.guard;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.storage.file.DatabaseFile;
import dev.mixpaneldata.storage.sql.DuckDbSql;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlLimits;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardedSqlTest {
  private static final SqlLimits LIMITS = new SqlLimits(600, 100, 4);

  /** Runs for minutes when nobody stops it. */
  private static final String ENDLESS =
      "SELECT sum(hash(a.i + b.i)) FROM range(1000000) a(i), range(1000000) b(i)";

  @TempDir static Path folder;
  private static DatabaseFile file;
  private static GuardedSql sql;

  @BeforeAll
  static void makeTables() {
    file = TestingTables.in(folder);
    sql = new GuardedSql(file, LIMITS);
  }

  @AfterEach
  void theFileIsFreeAndNothingIsLeft() throws Exception {
    file.change(connection -> connection.createStatement().execute("CHECKPOINT"));
    try (var files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("12345.db", "12345.db.spill");
    }
    try (var spilled = Files.list(folder.resolve("12345.db.spill"))) {
      assertThat(spilled).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "SELECT * EXCLUDE (time, time_tz, time_ns) FROM test_all_types()",
        "SELECT * FROM jan",
        "SELECT 'a\\x00'::BLOB, MAP {2: 'two'}, {'b': 1, 'a': {'c': [NULL]}}",
        "SELECT '\uD83D\uDE00', '', NULL, 1.50::DECIMAL(10,2), TIMESTAMPTZ '2026-01-31 01:00+02'",
        "SELECT event_name FROM jan WHERE false",
        "SELECT i, repeat('x', i % 100) FROM range(20000) r(i) ORDER BY i",
      })
  void answersAreThoseOfTheEngineInThisProcess(String text) {
    SqlResult here = new DuckDbSql(file).query(SqlQuery.of(text));
    SqlResult there = sql.query(SqlQuery.of(text));
    assertThat(there.columns()).isEqualTo(here.columns());
    assertThat(there.rows().stream().map(List::toArray).toArray())
        .isEqualTo(here.rows().stream().map(List::toArray).toArray());
  }

  @Test
  void errorsAreThoseOfTheEngineInThisProcess() {
    MixpanelDataException here =
        catchThrowableOfType(
            MixpanelDataException.class,
            () -> new DuckDbSql(file).query(SqlQuery.of("SELECT nope FROM jan")));
    MixpanelDataException there = failure("SELECT nope FROM jan", Duration.ofMinutes(1));
    assertThat(there).hasMessage(here.getMessage());
    assertThat(there.code()).isEqualTo(here.code());
    assertThat(failure("FROM feb", Duration.ofMinutes(1)).hint())
        .contains("The tables are: jan, people, theirs.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "select unnest(generate_series(1,1000000000))",
        "select damerau_levenshtein(repeat('a',50000),repeat('b',50000))",
        "select range(100000000)",
        "select range(30000000)",
        "from destroy_external_resource('range', 1000000000000)",
        "select repeat('x',250000000)::BLOB",
        "select repeat('x',50000000)::blob from range(10)",
        "select [repeat('x',100000000)::blob]",
        "select repeat('x',500000000)",
        "select list(properties) from jan, range(600000)",
        "select levenshtein(repeat('a',300000),repeat('b',300000))",
        "select * from json_execute_serialized_sql("
            + "json_serialize_sql('select count(*) from range(10000000000000)'))",
      })
  void bombsAreEndedWithoutTakingTheMemory(String text) throws Exception {
    bomb(text);
  }

  @ParameterizedTest
  @ValueSource(ints = {12_000, 20_000})
  void planningIsEndedToo(int unions) throws Exception {
    bomb("select 1" + " union all select 1".repeat(unions));
  }

  private static void bomb(String text) throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/statm")), "memory is bounded on Linux");
    try (MemoryWatch watch = MemoryWatch.killingAt(2L * LIMITS.memoryMegabytes())) {
      MixpanelDataException failure = failure(text, Duration.ofSeconds(8));
      assertThat(failure.code()).isIn(ErrorCode.QUERY_FAILED, ErrorCode.TIMEOUT);
      assertThat(watch.peakMegabytes())
          .as(failure.getMessage())
          .isLessThanOrEqualTo(LIMITS.memoryMegabytes());
    }
    assertThat(sql.query(SqlQuery.of("SELECT count(*) FROM jan")).scalar()).isEqualTo(7L);
  }

  @Test
  void queryOverItsTimeIsStopped() {
    MixpanelDataException failure = failure(ENDLESS, Duration.ofMillis(1500));
    assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(failure).hasMessageContaining("1.5 s");
  }

  /** Sorts more than the engine's part of the memory, so that it must write to disk. */
  private static final String SPILLING =
      "SELECT max(x) FROM (SELECT repeat(hash(i)::VARCHAR, 10) AS x FROM range(2000000) r(i)"
          + " ORDER BY hash(i) LIMIT 1999999)";

  @Test
  void spillingEndsAtItsBound() {
    GuardedSql narrow = new GuardedSql(file, new SqlLimits(600, 20, 4));
    MixpanelDataException failure =
        catchThrowableOfType(
            MixpanelDataException.class, () -> narrow.query(SqlQuery.of(SPILLING)));
    assertThat(failure).isNotNull();
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(failure).hasMessageContaining("and 20 MB of disk that it may use");
    // Two sorting threads at an unlucky moment hold more than 600 MB leave for the engine.
    GuardedSql wide = new GuardedSql(file, new SqlLimits(1_200, 4_000, 4));
    assertThat(wide.query(SqlQuery.of(SPILLING)).scalar()).isNotNull();
  }

  /** Sessions of a server that all ask at once: each is answered, or refused by a code. */
  @Test
  void sixtySessionsAtOnceAreAnsweredOrRefused() throws Exception {
    List<String> questions =
        List.of(
            "SELECT count(*) FROM jan",
            "SELECT sum(i) FROM range(1000000) r(i)",
            "SELECT nope FROM jan",
            "SELECT repeat('x',250000000)::BLOB",
            ENDLESS,
            "SELECT i, repeat('x', i % 100) FROM range(20000) r(i) ORDER BY i");
    ExecutorService threads = Executors.newFixedThreadPool(60);
    try (MemoryWatch watch = MemoryWatch.killingAt(2L * LIMITS.memoryMegabytes())) {
      List<Future<Optional<ErrorCode>>> answers = new ArrayList<>();
      for (int session = 0; session < 60; session++) {
        String text = questions.get(session % questions.size());
        answers.add(threads.submit(() -> outcome(text)));
      }
      for (int session = 0; session < 60; session++) {
        Optional<ErrorCode> outcome = answers.get(session).get(5, TimeUnit.MINUTES);
        String text = questions.get(session % questions.size());
        if (text.contains("nope") || text.contains("BLOB")) {
          assertThat(outcome).as(text).isPresent();
        }
        outcome.ifPresent(
            code -> assertThat(code).as(text).isIn(ErrorCode.QUERY_FAILED, ErrorCode.TIMEOUT));
      }
      assertThat(watch.peakMegabytes()).isLessThanOrEqualTo(LIMITS.memoryMegabytes());
    } finally {
      threads.shutdownNow();
    }
    assertThat(sql.query(SqlQuery.of("SELECT count(*) FROM jan")).scalar()).isEqualTo(7L);
  }

  private static Optional<ErrorCode> outcome(String text) {
    try {
      new GuardedSql(file, LIMITS)
          .query(new SqlQuery(text, Duration.ofSeconds(text.equals(ENDLESS) ? 2 : 30)));
      return Optional.empty();
    } catch (MixpanelDataException e) {
      return Optional.of(e.code());
    }
  }

  @Test
  void rowThatIsTooLargeIsRefused() {
    MixpanelDataException failure = failure("SELECT repeat('x', 5000000)", Duration.ofMinutes(1));
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(failure).hasMessageContaining("4 MB that a row may have");
  }

  @Test
  void interruptedQueryIsStopped() throws Exception {
    Thread worker = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                // The query has no end, so any moment after its start will do.
                Thread.sleep(1000);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              worker.interrupt();
            });
    interrupter.start();
    MixpanelDataException failure = failure(ENDLESS, Duration.ofMinutes(5));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED);
  }

  @Test
  void whoeverTakesTheRowsMayEndTheQuery() {
    SqlRows full =
        new SqlRows() {
          @Override
          public void columns(List<SqlColumn> columns) {}

          @Override
          public void row(List<?> row) {
            throw new IllegalStateException("enough");
          }
        };
    assertThatCode(() -> sql.stream(SqlQuery.of("FROM range(100000000)"), full))
        .hasMessage("enough");
    assertThat(sql.query(SqlQuery.of("SELECT 1")).scalar()).isEqualTo(1L);
  }

  @Test
  void statementsInARowUseOneProcess() {
    sql.query(SqlQuery.of("SELECT 1"));
    List<Long> before = processes();
    failure("SELECT nope", Duration.ofMinutes(1));
    sql.query(SqlQuery.of("SELECT 1"));
    assertThat(processes()).isEqualTo(before).hasSize(1);
  }

  @Test
  void theProcessKnowsNoSecretsOfTheEnvironment() throws Exception {
    assumeTrue(Files.exists(Path.of("/proc/self/environ")), "Linux shows environments");
    sql.query(SqlQuery.of("SELECT 1"));
    assertThat(Files.readString(Path.of("/proc/" + processes().get(0) + "/environ")))
        .doesNotContain("HOME=")
        .doesNotContain("PATH=/");
  }

  @Test
  void processThatIsKilledIsAnErrorAndNotTheEnd() {
    sql.query(SqlQuery.of("SELECT 1"));
    ProcessHandle process = ProcessHandle.of(processes().get(0)).orElseThrow();
    process.destroyForcibly();
    process.onExit().join();
    assertThat(sql.query(SqlQuery.of("SELECT 1")).scalar()).isEqualTo(1L);
  }

  @Test
  void statementEndsWithTheProgramThatAskedForIt() throws Exception {
    Process program = AskingProgram.start(file.path(), ENDLESS);
    ProcessHandle worker;
    do {
      // The program starts the process of its statement when it gets there.
      Thread.sleep(20);
      worker = program.descendants().findFirst().orElse(null);
    } while (worker == null);
    Thread.sleep(500);
    program.destroyForcibly().waitFor();
    worker.onExit().orTimeout(30, TimeUnit.SECONDS).join();
  }

  private static List<Long> processes() {
    return ProcessHandle.current().children().map(ProcessHandle::pid).toList();
  }

  private static MixpanelDataException failure(String text, Duration time) {
    MixpanelDataException failure =
        catchThrowableOfType(
            MixpanelDataException.class, () -> sql.query(new SqlQuery(text, time)));
    assertThat(failure).as(text.substring(0, Math.min(100, text.length()))).isNotNull();
    return failure;
  }
}
