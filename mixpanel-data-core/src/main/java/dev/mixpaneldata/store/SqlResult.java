package dev.mixpaneldata.store;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.value.RowSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of an SQL query. Cells are strings, booleans, {@code Long}, {@code BigInteger}, {@code
 * Double}, {@code BigDecimal}, {@code LocalDate}, {@code LocalTime}, {@code LocalDateTime}, {@code
 * OffsetDateTime}, {@code byte[]}, {@code UUID}, {@link dev.mixpaneldata.value.Json}, lists and
 * maps of these, or null.
 */
public record SqlResult(List<SqlColumn> columns, List<List<@Nullable Object>> rows)
    implements RowSet {
  @Override
  public List<String> header() {
    return columns.stream().map(SqlColumn::name).toList();
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return rows;
  }

  /**
   * Returns the value of a result of one row and one column; {@code QUERY_FAILED} for other shapes.
   */
  public @Nullable Object scalar() {
    if (rows.size() != 1 || columns.size() != 1) {
      throw new MixpanelDataException(
          ErrorCode.QUERY_FAILED,
          "One value was requested, but the query returns "
              + rows.size()
              + " rows of "
              + columns.size()
              + " columns.",
          "Select one column and aggregate or limit to one row.");
    }
    return rows.get(0).get(0);
  }
}
