package dev.mixpaneldata.storage.load;

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

  DuckDBColumnType columnType() {
    return columnType;
  }
}
