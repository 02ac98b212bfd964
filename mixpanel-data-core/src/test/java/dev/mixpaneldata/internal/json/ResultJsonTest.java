package dev.mixpaneldata.internal.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.Json;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ResultJsonTest {
  record Inner(double rowShare) {}

  record Outer(
      String tableName, Optional<String> where, Optional<Inner> inner, List<TableType> types) {}

  @Test
  void recordsBecomeObjectsWithSnakeCaseNames() {
    assertThat(
            ResultJson.text(
                new Outer(
                    "jan",
                    Optional.empty(),
                    Optional.of(new Inner(0.5)),
                    List.of(TableType.EVENTS))))
        .isEqualTo(
            "{\"table_name\":\"jan\",\"where\":null,\"inner\":{\"row_share\":0.5},"
                + "\"types\":[\"events\"]}");
  }

  @Test
  void numbersKeepTheirDigitsAndWhatJsonCannotCarryIsNull() {
    assertThat(
            ResultJson.text(
                List.of(
                    new BigDecimal("1E+3"),
                    new BigInteger("123456789012345678901234567890"),
                    9007199254740993L,
                    Double.NaN,
                    Double.NEGATIVE_INFINITY,
                    Float.POSITIVE_INFINITY)))
        .isEqualTo("[1000,123456789012345678901234567890,9007199254740993,null,null,null]");
  }

  @Test
  void timesAreIsoTextWithTheirSeconds() {
    assertThat(
            ResultJson.text(
                List.of(
                    LocalDateTime.of(2026, 1, 1, 0, 0),
                    LocalDate.of(2026, 1, 1),
                    Instant.parse("2026-01-01T00:00:00Z"))))
        .isEqualTo("[\"2026-01-01T00:00:00\",\"2026-01-01\",\"2026-01-01T00:00:00Z\"]");
  }

  @Test
  void jsonIsPassedThroughOnOneLine() {
    assertThat(ResultJson.text(Map.of("p", new Json("{\"a\":\n 1.10,\"b\":\"\\u00e9\"}"))))
        .isEqualTo("{\"p\":{\"a\":  1.10,\"b\":\"\\u00e9\"}}");
  }

  @Test
  void anSqlResultIsAListOfRowsAndLosesNoColumnOfEqualName() {
    List<@Nullable Object> row = Arrays.<@Nullable Object>asList(1L, null, 3L);
    SqlResult result =
        new SqlResult(
            List.of(
                new SqlColumn("a", "BIGINT"),
                new SqlColumn("a", "BIGINT"),
                new SqlColumn("a_2", "BIGINT")),
            List.of(row));
    assertThat(ResultJson.text(result)).isEqualTo("[{\"a\":1,\"a_3\":null,\"a_2\":3}]");
  }

  @Test
  void prettyTextIsForPeople() {
    StringWriter text = new StringWriter();
    ResultJson.writePretty(Map.of("a", List.of()), text);
    assertThat(text).hasToString("{\n  \"a\": []\n}");
  }

  @Test
  void cellsAreBareText() {
    assertThat(ResultJson.cell(null)).isEmpty();
    assertThat(ResultJson.cell(Optional.of(TableType.PROFILES))).isEqualTo("profiles");
    assertThat(ResultJson.cell(new BigDecimal("1E+3"))).isEqualTo("1000");
    assertThat(ResultJson.cell(Path.of("/a/b"))).isEqualTo("/a/b");
    assertThat(ResultJson.cell(List.of("a", 1))).isEqualTo("[\"a\",1]");
    assertThat(ResultJson.cell(new byte[] {1, 2})).isEqualTo("AQI=");
    assertThat(ResultJson.cell(LocalDateTime.of(2026, 1, 1, 0, 0)))
        .isEqualTo("2026-01-01T00:00:00");
  }

  @Test
  void aTreeIsWhatTheTextSays() {
    assertThat(JsonText.tree(List.of(new Json("{\"a\":1.10}"))).at("/0/a").decimalValue())
        .isEqualTo(new BigDecimal("1.10"));
    assertThat(JsonText.isJson("{} x")).isFalse();
    assertThat(JsonText.isJson("")).isFalse();
  }
}
