package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request to load events from files into a local table: from a lake, or from the files of
 * Mixpanel's pipelines and its raw export.
 *
 * @param table the table to fill
 * @param source the lake's folder, or a file or folder of Parquet or JSON lines
 * @param fromDate the first day to load, inclusive; empty for the first there is. Days are those of
 *     the lake, and UTC days of other files
 * @param toDate the last day to load, inclusive; empty for the last there is
 * @param mode what to do with an existing table
 */
@WithBuilder
public record LoadEvents(
    @Param(help = "Local table to fill") String table,
    @Param(help = "A lake, or a file or folder of Parquet or JSON lines that Mixpanel wrote")
        Path source,
    @Param(help = "First day to load, inclusive, yyyy-mm-dd; all by default")
        Optional<LocalDate> fromDate,
    @Param(help = "Last day to load, inclusive, yyyy-mm-dd; all by default")
        Optional<LocalDate> toDate,
    @Param(help = "What to do if the table exists", defaultValue = "create") FetchMode mode)
    implements LoadEventsBuilder.With {
  public LoadEvents {
    TableName.check(table);
    if (fromDate.isPresent() && toDate.isPresent() && toDate.get().isBefore(fromDate.get())) {
      throw MixpanelDataException.invalidArgument(
          "The range ends before it begins: from " + fromDate.get() + " to " + toDate.get() + ".",
          "Swap the two dates; both are inclusive.");
    }
  }

  /** Creates a request for all events of these files, into a new table. */
  public static LoadEvents of(String table, Path source) {
    return new LoadEvents(table, source, Optional.empty(), Optional.empty(), FetchMode.CREATE);
  }

  /** Returns whether a day is wanted. */
  boolean wants(LocalDate day) {
    return fromDate.map(from -> !day.isBefore(from)).orElse(true)
        && toDate.map(to -> !day.isAfter(to)).orElse(true);
  }
}
