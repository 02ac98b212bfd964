package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Statistics of one column or property.
 *
 * @param table the table
 * @param column the column, or {@code properties.name}
 * @param type its DuckDB type; for a property {@code JSON}
 * @param count rows with a value
 * @param nullCount rows without one
 * @param nullPercent their share of all rows
 * @param uniqueCount distinct values, exact
 * @param uniquePercent their share of the rows with a value
 * @param topValues the most common values with their counts
 * @param min the least, of numbers
 * @param max the greatest, of numbers
 * @param mean the mean, of numbers
 * @param standardDeviation the sample standard deviation, of numbers
 */
public record ColumnStatistics(
    String table,
    String column,
    String type,
    long count,
    long nullCount,
    double nullPercent,
    long uniqueCount,
    double uniquePercent,
    List<ValueCount> topValues,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable Double mean,
    @Nullable Double standardDeviation)
    implements Tabular {
  /** A value and how many rows have it. */
  public record ValueCount(@Nullable Object value, long count) {}

  @Override
  public List<String> header() {
    return List.of("value", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return topValues.stream()
        .map(v -> Arrays.<@Nullable Object>asList(v.value(), v.count()))
        .toList();
  }
}
