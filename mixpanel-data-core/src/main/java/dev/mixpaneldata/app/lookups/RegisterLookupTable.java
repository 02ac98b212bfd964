package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A file that was sent to an upload address, to become a lookup table.
 *
 * @param json further fields of the form, as a JSON object
 */
@WithBuilder
public record RegisterLookupTable(
    @Param(help = "Name of the lookup table") String name,
    @Param(help = "Key, as it came with the upload address") String key,
    @Param(help = "Path, as it came with the upload address") Optional<String> path,
    @Param(help = "Id of the table to replace; a new one unless given", wireName = "data-group-id")
        Optional<Long> dataGroupId,
    @Param(help = Param.BODY) Optional<Json> json)
    implements RegisterLookupTableBuilder.With {
  /** Returns a new table of the file with this key. */
  public static RegisterLookupTable of(String name, String key) {
    return new RegisterLookupTable(name, key, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
