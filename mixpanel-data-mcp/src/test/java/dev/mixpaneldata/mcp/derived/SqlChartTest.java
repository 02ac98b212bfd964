package dev.mixpaneldata.mcp.derived;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlResult;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SqlChartTest {
  private static final LocalDate MONDAY = LocalDate.parse("2026-01-05");

  private static SqlResult result(List<String> columns, List<@Nullable Object>... rows) {
    return new SqlResult(
        columns.stream().map(name -> new SqlColumn(name, "")).toList(), Arrays.asList(rows));
  }

  @Test
  @SuppressWarnings("unchecked")
  void numbersOverTimeAreLinesOneAColumn() {
    Chart.Lines chart =
        (Chart.Lines)
            SqlChart.of(
                    result(
                        List.of("day", "users", "events"),
                        Arrays.asList(MONDAY.plusDays(1), 2L, 5.5),
                        Arrays.asList(MONDAY, 1L, null)))
                .orElseThrow();
    assertThat(chart.title()).isEqualTo("users, events by day");
    assertThat(chart.times()).containsExactly("2026-01-05", "2026-01-06");
    assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("events", "users");
    assertThat(chart.series().get(1).values()).containsExactly(1.0, 2.0);
    assertThat(chart.series().get(0).values().get(0)).isNaN();
  }

  @Test
  @SuppressWarnings("unchecked")
  void aColumnOfNamesMakesALineEach() {
    Chart.Lines chart =
        (Chart.Lines)
            SqlChart.of(
                    result(
                        List.of("day", "plan", "n"),
                        Arrays.asList(MONDAY, "pro", 3L),
                        Arrays.asList(MONDAY, "free", 8L),
                        Arrays.asList(MONDAY.plusDays(1), "pro", 4L)))
                .orElseThrow();
    assertThat(chart.series()).extracting(Chart.Series::name).containsExactly("free", "pro");
    assertThat(chart.series().get(1).values()).containsExactly(3.0, 4.0);
    assertThat(chart.series().get(0).values().get(1)).isNaN();
  }

  @Test
  @SuppressWarnings("unchecked")
  void namesWithNumbersAreBars() {
    Chart.Bars chart =
        (Chart.Bars)
            SqlChart.of(
                    result(List.of("plan", "n"), Arrays.asList("pro", 3L), Arrays.asList(null, 7L)))
                .orElseThrow();
    assertThat(chart.bars()).extracting(Chart.Bar::label).containsExactly("pro", "undefined");
  }

  @Test
  @SuppressWarnings("unchecked")
  void whatHasNoAxisHasNoChart() {
    assertThat(
            Stream.of(
                    result(List.of("n"), Arrays.asList(1L)),
                    result(List.of("a", "b"), Arrays.asList("x", "y")),
                    result(List.of("a", "n"), Arrays.asList("x", -1L)),
                    result(List.of("a", "n")))
                .map(SqlChart::of))
        .allSatisfy(chart -> assertThat(chart).isEmpty());
  }
}
