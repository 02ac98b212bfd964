package dev.mixpaneldata.storage.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.storage.TestingTables;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import dev.mixpaneldata.value.Json;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TimeZone;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DuckDbSqlTest {
  /** Runs for minutes when nobody stops it. */
  private static final String ENDLESS =
      "SELECT sum(hash(a.i + b.i)) FROM range(1000000) a(i), range(1000000) b(i)";

  @TempDir Path folder;
  private DuckDbSql sql;

  @BeforeEach
  void makeTables() {
    sql = new DuckDbSql(TestingTables.in(folder));
  }

  @Test
  void numbersKeepTheirSizeAndDigits() {
    assertThat(
            row(
                "SELECT 1::TINYINT, 2::INTEGER, 3::BIGINT, 4::UINTEGER, 5::HUGEINT,"
                    + " 18446744073709551615::UBIGINT, 1.50::DECIMAL(10,2), 0.1::FLOAT,"
                    + " 0.1::DOUBLE, 'NaN'::DOUBLE, '-Infinity'::DOUBLE, NULL, true"))
        .containsExactly(
            1L,
            2L,
            3L,
            4L,
            BigInteger.valueOf(5),
            new BigInteger("18446744073709551615"),
            new BigDecimal("1.50"),
            0.1,
            0.1,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            null,
            true);
  }

  @Test
  void datesAndTimesDoNotDependOnTheMachine() {
    TimeZone zone = TimeZone.getDefault();
    try {
      // Where 02:30 of this day does not exist.
      TimeZone.setDefault(TimeZone.getTimeZone("America/New_York"));
      assertThat(
              row(
                  "SELECT DATE '2026-01-31', TIME '10:11:12.345', TIMESTAMP '2026-03-08 02:30:00',"
                      + " TIMESTAMP_NS '2026-03-08 02:30:00.123456789',"
                      + " TIMESTAMP_S '2026-03-08 02:30:00',"
                      + " TIMESTAMPTZ '2026-01-31 01:00:00+02',"
                      + " TIMESTAMPTZ '2026-01-31 01:00:00+02'::VARCHAR,"
                      + " TIMETZ '10:00:00+02', [TIMESTAMP '2026-01-31 10:00:00']"))
          .containsExactly(
              LocalDate.parse("2026-01-31"),
              LocalTime.parse("10:11:12.345"),
              LocalDateTime.parse("2026-03-08T02:30:00"),
              LocalDateTime.parse("2026-03-08T02:30:00.123456789"),
              LocalDateTime.parse("2026-03-08T02:30:00"),
              OffsetDateTime.parse("2026-01-30T23:00:00Z"),
              "2026-01-30 23:00:00+00",
              "10:00+02:00",
              List.of(LocalDateTime.parse("2026-01-31T10:00:00")));
    } finally {
      TimeZone.setDefault(zone);
    }
  }

  @Test
  void infiniteTimesAreTexts() {
    assertThat(
            row(
                "SELECT DATE 'infinity', DATE '-infinity', TIMESTAMP 'infinity',"
                    + " TIMESTAMP '-infinity', TIMESTAMPTZ 'infinity', TIMESTAMPTZ '-infinity'"))
        .containsExactly("infinity", "-infinity", "infinity", "-infinity", "infinity", "-infinity");
  }

  @Test
  void jsonIsJsonAlsoInsideListsAndStructs() {
    SqlResult result =
        sql.query(
            SqlQuery.of(
                "SELECT '{\"n\":0.1000000000000000055}'::JSON AS j, ['[1]'::JSON] AS l,"
                    + " {'x': '{}'::JSON, 'y z': 2} AS s, MAP {'k': '1'::JSON} AS m"));
    assertThat(result.rows().get(0))
        .containsExactly(
            new Json("{\"n\":0.1000000000000000055}"),
            List.of(new Json("[1]")),
            Map.of("x", new Json("{}"), "y z", 2L),
            Map.of("k", new Json("1")));
    assertThat(result.columns().get(0)).isEqualTo(new SqlColumn("j", "JSON"));
  }

  @Test
  void otherTypesHaveAPlainForm() {
    assertThat(
            row(
                "SELECT [1, NULL, 3], [[1], []], {'b': 1, 'a': {'c': 'x'}}, MAP {2: 'two'},"
                    + " 'x'::ENUM('x'), INTERVAL 3 DAY, '101'::BIT,"
                    + " '00000000-0000-0000-0000-000000000001'::UUID, union_value(k := 1),"
                    + " [1, 2]::INTEGER[2], row(1, 'a')"))
        .containsExactly(
            Arrays.asList(1L, null, 3L),
            List.of(List.of(1L), List.of()),
            Map.of("b", 1L, "a", Map.of("c", "x")),
            Map.of(2L, "two"),
            "x",
            "3 days",
            "101",
            new UUID(0, 1),
            1L,
            List.of(1L, 2L),
            List.of(1L, "a"));
    assertThat((byte[]) row("SELECT 'a\\x00'::BLOB").get(0)).containsExactly('a', 0);
  }

  @Test
  void structsKeepTheirOrder() {
    assertThat(((Map<?, ?>) row("SELECT {'b': 1, 'a': 2, 'c': 3}").get(0)).keySet())
        .extracting(Object::toString)
        .containsExactly("b", "a", "c");
  }

  @Test
  void everyTypeOfTheEngineCanBeRead() {
    // Without the three times that are 24:00:00, which Java does not have.
    assertThat(
            sql.query(
                    SqlQuery.of("SELECT * EXCLUDE (time, time_tz, time_ns) FROM test_all_types()"))
                .rows())
        .hasSize(3);
    assertThat(failure("SELECT TIME '24:00:00' AS t", SqlQuery.DEFAULT_TIMEOUT))
        .hasMessageContaining("'t'");
  }

  @Test
  void namesThatOccurAgainAreNumbered() {
    assertThat(sql.query(SqlQuery.of("SELECT 1 AS a, 2 AS a, 3 AS a, 4 AS \"a_1\"")).header())
        .containsExactly("a", "a_1", "a_2", "a_1_1");
  }

  @Test
  void emptyResultHasItsColumns() {
    SqlResult result = sql.query(SqlQuery.of("SELECT event_name, amount FROM jan WHERE false"));
    assertThat(result.header()).containsExactly("event_name", "amount");
    assertThat(result.rows()).isEmpty();
  }

  private static SqlRows rows(List<SqlColumn> seen, Consumer<List<?>> each) {
    return new SqlRows() {
      @Override
      public void columns(List<SqlColumn> columns) {
        seen.addAll(columns);
      }

      @Override
      public void row(List<?> row) {
        each.accept(row);
      }
    };
  }

  @Test
  void streamingGivesEachRowOnce() {
    AtomicLong sum = new AtomicLong();
    List<SqlColumn> columns = new ArrayList<>();
    sql.stream(
        SqlQuery.of("SELECT i FROM range(300000) r(i)"),
        rows(columns, row -> sum.addAndGet((Long) row.get(0))));
    assertThat(sum).hasValue(300_000L * 299_999 / 2);
    assertThat(columns).containsExactly(new SqlColumn("i", "BIGINT"));
  }

  @Test
  void streamingDoesNotGatherTheRows() {
    // 1.2 GB of text: more than this process and the engine may have together.
    AtomicLong length = new AtomicLong();
    sql.stream(
        SqlQuery.of("SELECT repeat('x', 10000) FROM range(120000)"),
        rows(new ArrayList<>(), row -> length.addAndGet(((String) row.get(0)).length())));
    assertThat(length).hasValue(1_200_000_000L);
  }

  @Test
  void errorInALaterRowIsReportedAsSuch() {
    assertThat(
            failure(
                "SELECT CASE WHEN i = 2000000 THEN error('boom') ELSE i::VARCHAR END"
                    + " FROM range(3000000) r(i)",
                SqlQuery.DEFAULT_TIMEOUT))
        .hasMessageContaining("boom");
  }

  @Test
  void queryOverItsTimeIsStopped() {
    MixpanelDataException failure = failure(ENDLESS, Duration.ofMillis(300));
    assertThat(failure.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(failure).hasMessageContaining("0.3 s");
    assertThat(row("SELECT 1")).containsExactly(1L);
  }

  @Test
  void timeCountsWhileRowsAreRead() {
    String slowEnd =
        "SELECT i FROM range(5000) r(i) UNION ALL SELECT a.i FROM range(1000000) a(i),"
            + " range(1000000) b(i) WHERE hash(a.i + b.i) = 7";
    assertThat(failure(slowEnd, Duration.ofMillis(500)).code()).isEqualTo(ErrorCode.TIMEOUT);
  }

  @Test
  void interruptedQueryIsStopped() {
    Thread worker = Thread.currentThread();
    Thread interrupter =
        new Thread(
            () -> {
              try {
                Thread.sleep(300);
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              worker.interrupt();
            });
    interrupter.start();
    MixpanelDataException failure = failure(ENDLESS, Duration.ofMinutes(1));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(failure.code()).isEqualTo(ErrorCode.INTERRUPTED);
  }

  @Test
  void tooLittleMemoryIsSaidWithTheLimit() {
    MixpanelDataException failure =
        failure(
            "SELECT len(list(i || repeat('x', 1000))) FROM range(3000000) r(i)",
            SqlQuery.DEFAULT_TIMEOUT);
    assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_FAILED);
    assertThat(failure).hasMessageContaining("320 MB");
  }

  @Test
  void longBinaryValuesAreRefusedBeforeTheDriverCopiesThem() {
    for (String text :
        List.of(
            "SELECT repeat('x', 20000)::BLOB AS b, 1 AS \"b\"; -- the end",
            "SELECT repeat('x', 50000)::BLOB FROM range(10)",
            "SELECT ['x'::BLOB, repeat('x', 20000)::BLOB]")) {
      MixpanelDataException failure = failure(text, SqlQuery.DEFAULT_TIMEOUT);
      assertThat(failure.code()).isEqualTo(ErrorCode.QUERY_FAILED);
      assertThat(failure).hasMessageContaining("binary value").hasMessageContaining("16384 bytes");
    }
  }

  @Test
  void shortBinaryValuesKeepTheirPlaceAndName() {
    SqlResult result =
        sql.query(
            SqlQuery.of(
                "SELECT i AS \"a \"\"b\", 'x'::BLOB AS b, i AS b FROM range(3) r(i)"
                    + " ORDER BY i DESC -- the end"));
    assertThat(result.header()).containsExactly("a \"b", "b", "b_1");
    assertThat(result.rows()).extracting(row -> row.get(2)).containsExactly(2L, 1L, 0L);
  }

  private MixpanelDataException failure(String text, Duration timeout) {
    MixpanelDataException failure =
        catchThrowableOfType(
            MixpanelDataException.class, () -> sql.query(new SqlQuery(text, timeout)));
    assertThat(failure).isNotNull();
    return failure;
  }

  private List<Object> row(String text) {
    return sql.query(SqlQuery.of(text)).rows().get(0);
  }
}
