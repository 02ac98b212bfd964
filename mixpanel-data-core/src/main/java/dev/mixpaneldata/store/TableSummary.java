package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statistics of every column of a table. */
public record TableSummary(String table, long rowCount, List<ColumnSummary> columns)
    implements Tabular {
  /**
   * One column's statistics. Minimum, maximum and quartiles are texts as DuckDB prints them; mean
   * and standard deviation are null where the type has none.
   */
  public record ColumnSummary(
      String column,
      String type,
      long count,
      double nullPercent,
      long approximateDistinct,
      @Nullable String min,
      @Nullable String max,
      @Nullable Double mean,
      @Nullable Double standardDeviation,
      @Nullable String q25,
      @Nullable String median,
      @Nullable String q75) {}

  @Override
  public List<String> header() {
    return List.of(
        "column",
        "type",
        "count",
        "null_percent",
        "approximate_distinct",
        "min",
        "max",
        "mean",
        "standard_deviation",
        "q25",
        "median",
        "q75");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return columns.stream()
        .map(
            s ->
                Arrays.<@Nullable Object>asList(
                    s.column(),
                    s.type(),
                    s.count(),
                    s.nullPercent(),
                    s.approximateDistinct(),
                    s.min(),
                    s.max(),
                    s.mean(),
                    s.standardDeviation(),
                    s.q25(),
                    s.median(),
                    s.q75()))
        .toList();
  }
}
