package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table's columns in order.
 *
 * @param sample the columns of one random row, if asked for and if there is one
 */
public record TableSchema(
    String table, List<Column> columns, Optional<Map<String, @Nullable Object>> sample)
    implements Tabular {
  /** Creates a schema without a sample. */
  public TableSchema(String table, List<Column> columns) {
    this(table, columns, Optional.empty());
  }

  /** Returns this schema with the first of these rows as its sample, if there is one. */
  public TableSchema withSample(SqlResult rows) {
    if (rows.rows().isEmpty()) {
      return this;
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    for (int i = 0; i < rows.columns().size(); i++) {
      row.put(rows.columns().get(i).name(), rows.rows().get(0).get(i));
    }
    return new TableSchema(table, columns, Optional.of(row));
  }

  /**
   * A column of a table.
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
    List<String> header = List.of("name", "type", "nullable", "property", "misfits");
    return sample.isEmpty() ? header : Stream.concat(header.stream(), Stream.of("sample")).toList();
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return columns.stream().map(this::cells).toList();
  }

  private List<@Nullable Object> cells(Column c) {
    List<@Nullable Object> cells =
        new ArrayList<>(
            Arrays.<@Nullable Object>asList(
                c.name(), c.type(), c.nullable(), c.property().orElse(null), c.misfits()));
    sample.ifPresent(row -> cells.add(row.get(c.name())));
    return cells;
  }
}
