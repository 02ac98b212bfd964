package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** The rows of a lookup table, as CSV. */
@WithBuilder
public record DownloadLookupTable(
    @Param(help = "Id of the lookup table", listedBy = Reference.LIST_LOOKUP_TABLES)
        long dataGroupId,
    @Param(help = "Name that Mixpanel gives the file") Optional<String> fileName,
    @Param(help = "Maximum number of rows") Optional<Integer> limit)
    implements DownloadLookupTableBuilder.With {
  /** Returns all rows of a table. */
  public static DownloadLookupTable of(long dataGroupId) {
    return new DownloadLookupTable(dataGroupId, Optional.empty(), Optional.empty());
  }
}
