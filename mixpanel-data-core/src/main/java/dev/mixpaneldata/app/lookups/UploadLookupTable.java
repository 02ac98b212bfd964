package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.nio.file.Path;
import java.util.Optional;

/** A CSV file that becomes a lookup table, or replaces the rows of one. */
@WithBuilder
public record UploadLookupTable(
    @Param(help = "Name of the lookup table") String name,
    @Param(help = "CSV file with a header line; its first column identifies a row") Path file,
    @Param(help = "Id of the table to replace; a new one unless given") Optional<Long> dataGroupId)
    implements UploadLookupTableBuilder.With {
  /** Returns a new table of this file. */
  public static UploadLookupTable of(String name, Path file) {
    return new UploadLookupTable(name, file, Optional.empty());
  }
}
