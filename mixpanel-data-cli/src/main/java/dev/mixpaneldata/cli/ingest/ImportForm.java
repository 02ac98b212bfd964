package dev.mixpaneldata.cli.ingest;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/** The forms of what is imported. */
enum ImportForm {
  JSONL,
  CSV,
  PARQUET,
  TABLE;

  /** What a source looks like: its name tells, and whether there is a file of this name. */
  static ImportForm of(String source) {
    String name = source.toLowerCase(Locale.ROOT).replaceAll("[.]gz$", "");
    if (name.endsWith(".csv")) {
      return CSV;
    }
    if (name.endsWith(".parquet")) {
      return PARQUET;
    }
    boolean lines = name.endsWith(".jsonl") || name.endsWith(".ndjson") || name.endsWith(".json");
    return lines
            || source.equals("-")
            || source.contains("/")
            || Files.isRegularFile(Path.of(source))
        ? JSONL
        : TABLE;
  }
}
