package dev.mixpaneldata.storage.load;

import org.duckdb.DuckDBWritableVector;

/** Fills one column of the chunks that one engine thread makes. For one thread. */
interface ColumnWriter {
  /** Begins a chunk; the vector is valid until {@link #flush}. */
  void begin(DuckDBWritableVector vector);

  /** Writes the line's value. */
  void write(int row, PartReader line);

  /** Ends a chunk of so many rows. */
  default void flush(int rows) {}
}
