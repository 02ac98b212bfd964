package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.store.SqlResult;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The chart of an SQL result: lines over the first column of times, one a column of numbers or, if
 * there is a column of names as well, one a name; or bars, one a name.
 */
public final class SqlChart {
  /** The greatest number of bars; further bars add no insight. */
  private static final int MOST_BARS = 30;

  /** The greatest number of lines; nobody can distinguish more colours. */
  private static final int MOST_LINES = 8;

  private final SqlResult result;
  private final List<Integer> numbers;
  private final Optional<Integer> time;
  private final Optional<Integer> name;

  private SqlChart(SqlResult result) {
    this.result = result;
    this.numbers = columns(Number.class);
    this.time =
        columns(LocalDate.class, LocalDateTime.class, OffsetDateTime.class).stream().findFirst();
    this.name = columns(String.class).stream().findFirst();
  }

  /** Returns the chart; empty if the result has no columns for one, or negative numbers. */
  public static Optional<Chart> of(SqlResult result) {
    SqlChart chart = new SqlChart(result);
    if (chart.numbers.isEmpty() || (chart.time.isEmpty() && chart.name.isEmpty())) {
      return Optional.empty();
    }
    if (chart.time.isPresent()) {
      return Optional.of(chart.lines(chart.time.get()));
    }
    return chart.bars(chart.name.orElseThrow());
  }

  /** Returns the columns whose values are of these types, of those that have a value. */
  private List<Integer> columns(Class<?>... types) {
    return IntStream.range(0, result.columns().size())
        .filter(
            column -> {
              List<Object> values =
                  result.rows().stream().<Object>flatMap(r -> cell(r, column).stream()).toList();
              return !values.isEmpty()
                  && values.stream()
                      .allMatch(v -> List.of(types).stream().anyMatch(type -> type.isInstance(v)));
            })
        .boxed()
        .toList();
  }

  private static Optional<Object> cell(List<@Nullable Object> row, int column) {
    return Optional.ofNullable(row.get(column));
  }

  private String title(List<Integer> measures, int by) {
    List<String> names = measures.stream().map(result.header()::get).toList();
    return String.join(", ", names) + " by " + result.header().get(by);
  }

  private Chart lines(int at) {
    Map<String, Map<String, Double>> series = new LinkedHashMap<>();
    TreeSet<String> times = new TreeSet<>();
    List<Integer> measures = name.isPresent() ? numbers.subList(0, 1) : numbers;
    for (List<@Nullable Object> row : result.rows()) {
      String when = cell(row, at).map(ResultJson::cell).orElse("");
      if (when.isEmpty()) {
        continue;
      }
      times.add(when);
      for (int measure : measures) {
        String line =
            name.map(n -> cell(row, n).map(ResultJson::cell).orElse("undefined"))
                .orElse(result.header().get(measure));
        series
            .computeIfAbsent(line, any -> new LinkedHashMap<>())
            .merge(when, number(row, measure), Double::sum);
      }
    }
    List<Chart.Series> lines = new ArrayList<>();
    series.forEach(
        (line, values) ->
            lines.add(
                new Chart.Series(
                    line, times.stream().map(t -> values.getOrDefault(t, Double.NaN)).toList())));
    Collections.sort(lines, (a, b) -> Double.compare(sum(b), sum(a)));
    return new Chart.Lines(
        title(measures, at),
        List.copyOf(times),
        lines.stream().limit(MOST_LINES).toList(),
        lines.size());
  }

  private static double sum(Chart.Series series) {
    return series.values().stream().filter(v -> !v.isNaN()).mapToDouble(v -> v).sum();
  }

  private Optional<Chart> bars(int by) {
    int measure = numbers.get(0);
    List<Chart.Bar> bars =
        result.rows().stream()
            .limit(MOST_BARS)
            .map(
                row ->
                    new Chart.Bar(
                        cell(row, by).map(ResultJson::cell).orElse("undefined"),
                        number(row, measure),
                        ""))
            .toList();
    return bars.stream().allMatch(bar -> bar.value() >= 0)
        ? Optional.of(new Chart.Bars(title(List.of(measure), by), bars))
        : Optional.empty();
  }

  /** Returns a number; NaN, which is not drawn, where there is none. */
  private static double number(List<@Nullable Object> row, int column) {
    return cell(row, column).map(value -> ((Number) value).doubleValue()).orElse(Double.NaN);
  }
}
