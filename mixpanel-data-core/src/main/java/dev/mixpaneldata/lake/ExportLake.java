package dev.mixpaneldata.lake;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.TableName;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A request to write a local table of events to a lake.
 *
 * @param lake the lake's folder, which need not exist
 * @param table the table
 * @param fromDate the first day to write, inclusive; empty for the table's first
 * @param toDate the last day to write, inclusive; empty for the table's last
 * @param overwrite whether to write also days that have not changed, and to empty days of the lake
 *     that the table has no events of
 */
@WithBuilder
public record ExportLake(
    @Param(help = "The lake's folder, which is made if it does not exist") Path lake,
    @Param(
            help = "Local table of events",
            defaultValue = "events",
            listedBy = Reference.LIST_TABLES)
        String table,
    @Param(help = "First day to write, inclusive, yyyy-mm-dd; the table's first by default")
        Optional<LocalDate> fromDate,
    @Param(help = "Last day to write, inclusive, yyyy-mm-dd; the table's last by default")
        Optional<LocalDate> toDate,
    @Param(
            help =
                "Write also the days that have not changed, and empty those that the table has no"
                    + " events of")
        boolean overwrite)
    implements ExportLakeBuilder.With {
  static final String DEFAULT_TABLE = "events";

  public ExportLake {
    lake = LakeFolder.check(lake);
    TableName.check(table);
    if (fromDate.isPresent() && toDate.isPresent() && toDate.get().isBefore(fromDate.get())) {
      throw MixpanelDataException.invalidArgument(
          "The range ends before it begins: from " + fromDate.get() + " to " + toDate.get() + ".",
          "Swap the two dates; both are inclusive.");
    }
  }

  /** Creates a request for all days of a table. */
  public static ExportLake of(Path lake, String table) {
    return new ExportLake(lake, table, Optional.empty(), Optional.empty(), false);
  }
}
