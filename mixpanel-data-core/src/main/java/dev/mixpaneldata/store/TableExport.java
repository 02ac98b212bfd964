package dev.mixpaneldata.store;

import java.nio.file.Path;

/**
 * A table to be written to a file.
 *
 * @param table the table
 * @param target the file, or the folder where {@code partitionByDay}
 * @param format the file's form
 * @param partitionByDay Parquet only: one folder a UTC day, {@code day=2026-01-31/…}
 * @param overwrite whether a file that is there may be replaced
 */
public record TableExport(
    String table, Path target, Format format, boolean partitionByDay, boolean overwrite) {
  /** The forms a table can be written in. */
  public enum Format {
    /** Parquet with zstd; promoted columns are columns. */
    PARQUET,
    /** CSV with a header line, RFC 4180. */
    CSV,
    /** JSON lines; properties are objects. */
    JSONL
  }
}
