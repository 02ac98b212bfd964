package dev.mixpaneldata.storage.load;

import java.util.Optional;
import org.duckdb.DuckDBColumnType;

/** The types that promoted columns may have. */
enum PromotedType {
  /** For texts. */
  VARCHAR(DuckDBColumnType.VARCHAR),
  /** For numbers written as integers of 64 bits. */
  BIGINT(DuckDBColumnType.BIGINT),
  /** For numbers; integers up to 2^53. */
  DOUBLE(DuckDBColumnType.DOUBLE),
  /** For true and false. */
  BOOLEAN(DuckDBColumnType.BOOLEAN);

  private final DuckDBColumnType columnType;

  PromotedType(DuckDBColumnType columnType) {
    this.columnType = columnType;
  }

  /**
   * Returns the type of most values; empty if none fits in a column.
   *
   * @param longs how many of the numbers are integers of 64 bits
   */
  static Optional<PromotedType> ofMost(long texts, long booleans, long numbers, long longs) {
    if (texts + booleans + numbers == 0) {
      return Optional.empty();
    }
    if (texts >= numbers && texts >= booleans) {
      return Optional.of(VARCHAR);
    }
    if (booleans > numbers) {
      return Optional.of(BOOLEAN);
    }
    return Optional.of(longs == numbers ? BIGINT : DOUBLE);
  }

  DuckDBColumnType columnType() {
    return columnType;
  }
}
