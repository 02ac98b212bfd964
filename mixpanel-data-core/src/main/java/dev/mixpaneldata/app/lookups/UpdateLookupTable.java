package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new name of a lookup table.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateLookupTable(
    @Param(
            help = "Id of the lookup table",
            wireName = "data-group-id",
            listedBy = Reference.LIST_LOOKUP_TABLES)
        long dataGroupId,
    @Param(help = "New name") String name,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateLookupTableBuilder.With {
  /** Returns a new name of a table. */
  public static UpdateLookupTable of(long dataGroupId, String name) {
    return new UpdateLookupTable(dataGroupId, name, Optional.empty());
  }
}
