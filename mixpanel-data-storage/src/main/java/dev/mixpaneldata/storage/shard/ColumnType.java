package dev.mixpaneldata.storage.shard;

import org.duckdb.DuckDBColumnType;

/** The types of the columns of events. Texts are UTF-8; times travel as microseconds of UTC. */
public enum ColumnType {
  VARCHAR(DuckDBColumnType.VARCHAR),
  TIMESTAMP(DuckDBColumnType.BIGINT),
  BIGINT(DuckDBColumnType.BIGINT),
  DOUBLE(DuckDBColumnType.DOUBLE),
  BOOLEAN(DuckDBColumnType.BOOLEAN);

  private final DuckDBColumnType engineType;

  ColumnType(DuckDBColumnType engineType) {
    this.engineType = engineType;
  }

  DuckDBColumnType engineType() {
    return engineType;
  }
}
