package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A table to be written to a file.
 *
 * @param table the table
 * @param target the file, or the folder if {@code partitionByDay} is true
 * @param format the file's form; if empty, the one that the file's name ends in
 * @param partitionByDay Parquet only: one folder a UTC day, {@code day=2026-01-31/…}
 * @param overwrite whether a file that is there may be replaced
 */
@WithBuilder
public record TableExport(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "The file, or the folder if there is one per day") Path target,
    @Param(help = "Format of the file, unless its name ends in it") Optional<Format> format,
    @Param(help = "One folder per UTC day, day=2026-01-31/… (parquet only)") boolean partitionByDay,
    @Param(help = "Replace a file that exists") boolean overwrite)
    implements TableExportBuilder.With {
  /** The forms of exported tables. */
  public enum Format {
    /** Parquet with zstd; promoted columns are columns. */
    PARQUET,
    /** CSV with a header line, RFC 4180. */
    CSV,
    /** JSON lines; properties are objects. */
    JSONL;

    /**
     * Returns the form that a file's name ends in, as {@code january.jsonl} does; empty if there is
     * none.
     */
    public static Optional<Format> named(Path file) {
      String name = file.toString().toLowerCase(Locale.ROOT);
      return Arrays.stream(values())
          .filter(format -> name.endsWith("." + format.name().toLowerCase(Locale.ROOT)))
          .findFirst();
    }
  }

  public TableExport {
    target = target.toAbsolutePath();
    if (partitionByDay && format.filter(f -> f != Format.PARQUET).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "Only Parquet is written in one folder per day.",
          "Leave the partition out, or choose parquet.");
    }
    if (!partitionByDay && format.isEmpty() && Format.named(target).isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The name '" + target + "' does not name a format.",
          "End it in .parquet, .csv or .jsonl, or choose a format.");
    }
  }

  /** Creates an export to a new file, in the form that its name ends in. */
  public static TableExport of(String table, Path target) {
    return new TableExport(table, target, Optional.empty(), false, false);
  }

  /** Returns the form to write. */
  public Format chosenFormat() {
    return format
        .or(() -> partitionByDay ? Optional.of(Format.PARQUET) : Format.named(target))
        .orElseThrow();
  }
}
