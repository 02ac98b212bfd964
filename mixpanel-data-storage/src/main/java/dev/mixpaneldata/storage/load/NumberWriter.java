package dev.mixpaneldata.storage.load;

import org.duckdb.DuckDBWritableVector;
import org.jspecify.annotations.Nullable;

/** Writes values of a fixed width straight into the chunk. */
final class NumberWriter implements ColumnWriter {
  /** Finds a line's value. */
  @FunctionalInterface
  interface Source {
    /** Writes the value, or null. */
    void write(DuckDBWritableVector vector, int row, PartReader line);
  }

  private final Source source;
  private @Nullable DuckDBWritableVector vector;

  private NumberWriter(Source source) {
    this.source = source;
  }

  static ColumnWriter of(Source source) {
    return new NumberWriter(source);
  }

  @Override
  public void begin(DuckDBWritableVector newVector) {
    vector = newVector;
  }

  @Override
  public void write(int row, PartReader line) {
    DuckDBWritableVector target = vector;
    if (target != null) {
      source.write(target, row, line);
    }
  }
}
