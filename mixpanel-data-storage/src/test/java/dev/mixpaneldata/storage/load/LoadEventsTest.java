package dev.mixpaneldata.storage.load;

import static dev.mixpaneldata.storage.load.TestingLoads.TABLE;
import static dev.mixpaneldata.storage.load.TestingLoads.event;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.LoadMode;
import dev.mixpaneldata.store.spi.LoadResult;
import dev.mixpaneldata.store.spi.SetAsideLine;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LoadEventsTest {
  private static final long NOON = 1767268800123L;

  @TempDir Path folder;
  private TestingLoads loads;

  @BeforeEach
  void openFolder() {
    loads = new TestingLoads(folder);
  }

  @Test
  void makesATableOfAPart() {
    LoadResult result =
        loads.create(loads.part(event("Buy", NOON, "u1", "i1", ",\"plan\":\"pro\"")));
    assertThat(result).isEqualTo(new LoadResult(1, 0, 0, 1));
    assertThat(loads.query("FROM " + TABLE))
        .containsExactly(
            Arrays.asList(
                "Buy",
                "2026-01-01 12:00:00.123",
                "u1",
                "i1",
                "{\"time\":1767268800123,\"distinct_id\":\"u1\",\"$insert_id\":\"i1\",\"plan\":\"pro\"}",
                "pro"));
    assertThat(loads.query("SELECT column_name, column_type FROM (DESCRIBE " + TABLE + ")"))
        .containsExactly(
            List.of("event_name", "VARCHAR"),
            List.of("event_time", "TIMESTAMP"),
            List.of("distinct_id", "VARCHAR"),
            List.of("insert_id", "VARCHAR"),
            List.of("properties", "JSON"),
            List.of("plan", "VARCHAR"));
  }

  /** Threads share a part by blocks of lines; this one has dozens. */
  @Test
  void whatThreadsReadOfOnePartComesInItsOrder() {
    List<String> lines = new ArrayList<>();
    for (int round = 1; round <= 2; round++) {
      for (int i = 0; i < 40_000; i++) {
        String more = ",\"round\":" + round + ",\"text\":\"" + "x".repeat(150) + "\"";
        lines.add(event("Buy", NOON + i, "u" + i % 7, "i" + i, more));
      }
    }
    assertThat(loads.create(loads.part(lines)))
        .isEqualTo(new LoadResult(80_000, 40_000, 0, 40_000));
    assertThat(loads.column("SELECT DISTINCT round FROM " + TABLE)).containsExactly("2");
  }

  @Test
  void longAndManyTextsFitIntoPromotedColumns() {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      String text = i == 2_500 ? "y".repeat(60_000) : "text " + i % (i < 2_000 ? 9 : 1_000);
      lines.add(event("Buy " + i, NOON + i, "u", "i" + i, ",\"title\":\"" + text + "\""));
    }
    loads.create(loads.part(lines));
    assertThat(loads.column("SELECT count(*) FROM jan WHERE title = properties->>'title'"))
        .containsExactly("3000");
    assertThat(loads.column("SELECT max(length(title)) FROM jan")).containsExactly("60000");
  }

  @Test
  void theCatalogueKnowsTheTable() {
    assertThat(loads.loader().find(TABLE)).isEmpty();
    loads
        .loader()
        .load(
            loads.request(
                TableType.EVENTS,
                LoadMode.CREATE,
                TestingLoads.origin("2026-01-01", "2026-01-31", null),
                loads.part(event("Buy", NOON, "u1", "i1", ""))),
            rows -> {});
    TableInfo table = loads.loader().find("JAN").orElseThrow();
    assertThat(table.name()).isEqualTo(TABLE);
    assertThat(table.rowCount()).isEqualTo(1);
    assertThat(table.bytes()).isPositive();
    assertThat(table.origin().range()).hasToString("Optional[2026-01-01..2026-01-31]");
    assertThat(table.lastJob()).contains("job-0");
    assertThat(loads.loader().find("feb")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9007199254740993",
        "12345678901234567890123",
        "-0",
        "1e-300",
        "1E400",
        "0.1000000000000000055",
        "\"\\u0000\"",
        "\"\\ud83d\\ude00 😀 \\u00e9 \\/ \\\" \\\\ \\n\"",
        "\"\\uffff\"",
        "null",
        "[1, [2,[ {\"a\" :null}]] ]",
        "{\"b\":1,\"b\":2}",
        "\"\""
      })
  void valuesComeBackByteTrue(String value) {
    String properties = "{\"time\":1, \"x\" : " + value + " ,\"x\":7}";
    loads.create(loads.part("{\"properties\":" + properties + ",\"event\":\"e\"}"));
    assertThat(loads.column("SELECT properties FROM " + TABLE)).containsExactly(properties);
    assertThat(loads.column("SELECT json_valid(properties) FROM " + TABLE)).containsExactly("true");
  }

  @Test
  void aLongTextComesBackWhole() {
    String text = "añ😀".repeat(8_000);
    loads.create(loads.part(event("e", 1, "u", "i", ",\"text\":\"" + text + "\"")));
    assertThat(loads.column("SELECT properties->>'$.text' FROM " + TABLE)).containsExactly(text);
    assertThat(loads.column("SELECT text FROM " + TABLE)).containsExactly(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a.b", "$city", "two words", "it's", "a\\\"q\\\"", "Größe", "%", "a;b", "[0]"})
  void propertiesOfAnyNameGetColumns(String name) {
    loads.create(loads.part(event("e", 1, "u", "i", ",\"" + name + "\":\"v\"")));
    String column = name.replace("\\\"", "\"");
    assertThat(loads.columnNames()).contains(column);
    assertThat(loads.column("SELECT \"" + column.replace("\"", "\"\"") + "\" FROM " + TABLE))
        .containsExactly("v");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "NULL",
      value = {
        "\"abc\"|NULL",
        "null|NULL",
        "1767268800123.9|2026-01-01 12:00:00.123",
        "1.7672688E12|2026-01-01 12:00:00",
        "9223372036854775807|NULL",
        "1e999|NULL",
        "-1000|1969-12-31 23:59:59",
        "[1]|NULL"
      })
  void aTimeThatIsNoneLeavesTheRow(String time, String expected) {
    loads.create(loads.part("{\"event\":\"e\",\"properties\":{\"time\":" + time + "}}"));
    assertThat(loads.column("SELECT event_time::VARCHAR FROM " + TABLE)).containsExactly(expected);
  }

  @Test
  void idsOfAnyKindBecomeTexts() {
    loads.create(
        loads.part(
            "{\"event\":\"a\",\"properties\":{\"distinct_id\":17,\"$insert_id\":1.50}}",
            "{\"event\":\"b\",\"properties\":{\"distinct_id\":null,\"$insert_id\":\"\"}}",
            "{\"event\":\"\\u0063\",\"properties\":{\"distinct_id\":\"\\u00e9\"}}"));
    assertThat(loads.query("SELECT event_name, distinct_id, insert_id FROM jan ORDER BY 1"))
        .containsExactly(
            Arrays.asList("a", "17", "1.50"),
            Arrays.asList("b", null, ""),
            Arrays.asList("c", "é", null));
  }

  @Test
  void unusableLinesAreSetAsideAndFaultyTextIsRepaired() {
    List<String> lines =
        List.of(
            "terminated early",
            event("e", 1, "u", "i", ",\"x\":\"a\\ud83d\""),
            "",
            "{\"event\":\"no properties\"}");
    List<SetAsideLine> told = Collections.synchronizedList(new ArrayList<>());
    LoadListener listener =
        new LoadListener() {
          @Override
          public void rowsRead(long rows) {}

          @Override
          public void setAside(SetAsideLine line) {
            told.add(line);
          }
        };
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(
                    TableType.EVENTS,
                    LoadMode.CREATE,
                    TestingLoads.origin(null, null, null),
                    loads.part(lines)),
                listener);
    assertThat(result).isEqualTo(new LoadResult(1, 0, 0, 1));
    assertThat(loads.column("SELECT properties->>'$.x' FROM jan")).containsExactly("a\ufffd");
    assertThat(told)
        .extracting(
            SetAsideLine::number, SetAsideLine::repaired, line -> new String(line.bytes(), UTF_8))
        .containsExactly(
            tuple(1L, false, lines.get(0)),
            tuple(2L, true, lines.get(1)),
            tuple(3L, false, lines.get(3)));
  }

  @Test
  void emptyPartsMakeAnEmptyTable() {
    assertThat(loads.create(loads.part(""), loads.part("\n\n")))
        .isEqualTo(new LoadResult(0, 0, 0, 0));
    assertThat(loads.columnNames()).isEqualTo(Layout.EVENT_COLUMNS);
    assertThat(loads.load(LoadMode.REPLACE)).isEqualTo(new LoadResult(0, 0, 0, 0));
    assertThat(loads.columnNames()).isEqualTo(Layout.EVENT_COLUMNS);
  }

  @Test
  void gzipOfSeveralMembersIsReadWhole() throws IOException {
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    for (int i = 0; i < 3; i++) {
      members.write(TestingLoads.gzip((event("e", i, "u", "i" + i, "") + "\n").getBytes(UTF_8)));
    }
    assertThat(loads.create(loads.write(members.toByteArray())).stored()).isEqualTo(3);
  }

  @Test
  void linesWithoutAnEndAreRowsToo() throws IOException {
    Path part = loads.write(TestingLoads.gzip(event("e", 1, "u", "i", "").getBytes(UTF_8)));
    assertThat(loads.create(part).stored()).isEqualTo(1);
    assertThat(Files.exists(part)).isTrue();
  }

  @Test
  void manyRowsInManyPartsAllArriveAndAreHeardOf() {
    List<Path> parts = new ArrayList<>();
    for (int part = 0; part < 7; part++) {
      List<String> lines = new ArrayList<>();
      for (int i = 0; i < 5_000; i++) {
        lines.add(
            event("e" + i % 3, part * 86_400_000L + i, "u" + i, part + "-" + i, ",\"n\":" + i));
      }
      parts.add(loads.part(lines));
    }
    AtomicLong heard = new AtomicLong();
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(
                    TableType.EVENTS,
                    LoadMode.CREATE,
                    TestingLoads.origin(null, null, null),
                    parts.toArray(Path[]::new)),
                rows -> heard.accumulateAndGet(rows, Math::max));
    assertThat(result).isEqualTo(new LoadResult(35_000, 0, 0, 35_000));
    assertThat(heard).hasValue(35_000);
    assertThat(
            loads.query(
                "SELECT count(DISTINCT insert_id), sum(n), count(*) FILTER (n ="
                    + " (properties->>'$.n')::BIGINT AND insert_id ="
                    + " properties->>'$.\"$insert_id\"') FROM jan"))
        .containsExactly(List.of("35000", Long.toString(7L * 4_999 * 5_000 / 2), "35000"));
  }

  @Test
  void aLocalTimeOfTheProjectBecomesUtcWithSummerTime() {
    // Berlin: the clocks go from 2 to 3 on 2026-03-29 and from 3 to 2 on 2026-10-25.
    String lines =
        String.join(
            "\n",
            List.of(
                event("winter", utc("2026-01-15T12:00:00.007Z"), "u", "1", ""),
                event("summer", utc("2026-07-15T12:00:00Z"), "u", "2", ""),
                event("gap", utc("2026-03-29T02:30:00Z"), "u", "3", ""),
                event("gap", utc("2026-03-29T03:30:00Z"), "u", "3", ""),
                event("repeated", utc("2026-10-25T02:30:00Z"), "u", "4", ""),
                event("old", utc("1969-12-31T23:59:59.999Z"), "u", "5", "")));
    LoadResult result =
        loads
            .loader()
            .load(
                loads.request(
                    TableType.EVENTS,
                    LoadMode.CREATE,
                    TestingLoads.origin("2026-01-01", "2026-12-31", "Europe/Berlin"),
                    loads.part(lines)),
                rows -> {});
    assertThat(result.duplicatesRemoved()).as("the gap's times differ as sent").isZero();
    assertThat(loads.query("SELECT event_name, event_time::VARCHAR FROM jan ORDER BY insert_id"))
        .containsExactly(
            List.of("winter", "2026-01-15 11:00:00.007"),
            List.of("summer", "2026-07-15 10:00:00"),
            List.of("gap", "2026-03-29 01:30:00"),
            List.of("gap", "2026-03-29 01:30:00"),
            List.of("repeated", "2026-10-25 00:30:00"),
            List.of("old", "1969-12-31 22:59:59.999"));
  }

  private static long utc(String time) {
    return java.time.Instant.parse(time).toEpochMilli();
  }
}
