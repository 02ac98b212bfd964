package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A table's columns in order. */
public record TableSchema(String table, List<Column> columns) implements Tabular {
  /**
   * One column.
   *
   * @param name its name
   * @param type its DuckDB type
   * @param nullable whether it may hold NULL
   * @param property the property that fills it; empty for the fixed columns
   * @param misfits how many values of its property did not fit its type and are NULL in it; such a
   *     column is not used where an answer must be exact
   */
  public record Column(
      String name, String type, boolean nullable, Optional<String> property, long misfits) {}

  @Override
  public List<String> header() {
    return List.of("name", "type", "nullable", "property", "misfits");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return columns.stream()
        .map(
            c ->
                Arrays.<@Nullable Object>asList(
                    c.name(), c.type(), c.nullable(), c.property().orElse(null), c.misfits()))
        .toList();
  }
}
