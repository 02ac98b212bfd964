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
 * Rows to be written to a file: those of a table, of one event of it, or of a query.
 *
 * @param table the table; empty if a query is given
 * @param event only the rows of this event
 * @param query an SQL query whose rows are written, as CSV or JSON lines; empty if a table is given
 * @param target the file, or the folder if {@code partitionByDay} is true
 * @param format the file's form; if empty, the one that the file's name ends in
 * @param partitionByDay Parquet only: one folder a UTC day, {@code day=2026-01-31/…}
 * @param overwrite whether a file that is there may be replaced
 */
@WithBuilder
public record TableExport(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) Optional<String> table,
    @Param(help = "Only the rows of this event") Optional<String> event,
    @Param(help = "Rows of this SQL query, instead of a table (csv or jsonl)")
        Optional<String> query,
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
    if (table.isPresent() == query.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          table.isPresent() ? "A table and a query are given." : "Nothing to write is given.",
          "Give a table, or a query.");
    }
    if (query.isPresent() && (event.isPresent() || partitionByDay)) {
      throw MixpanelDataException.invalidArgument(
          "A query chooses its rows itself, and they have no days.",
          "Leave the event and the partition out.");
    }
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
    Optional<Format> form = format.isPresent() ? format : Format.named(target);
    if (query.isPresent() && form.equals(Optional.of(Format.PARQUET))) {
      throw MixpanelDataException.invalidArgument(
          "The rows of a query are written as CSV or JSON lines.",
          "Choose csv or jsonl; a table is written as Parquet.");
    }
  }

  /** Creates an export of a table to a new file, in the form that its name ends in. */
  public static TableExport of(String table, Path target) {
    return new TableExport(
        Optional.of(table),
        Optional.empty(),
        Optional.empty(),
        target,
        Optional.empty(),
        false,
        false);
  }

  /** Creates an export of a query's rows to a new file, in the form that its name ends in. */
  public static TableExport ofQuery(String query, Path target) {
    return new TableExport(
        Optional.empty(),
        Optional.empty(),
        Optional.of(query),
        target,
        Optional.empty(),
        false,
        false);
  }

  /** Returns the form to write. */
  public Format chosenFormat() {
    return format
        .or(() -> partitionByDay ? Optional.of(Format.PARQUET) : Format.named(target))
        .orElseThrow();
  }
}
