package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of an import. Mixpanel requires both settings.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateWarehouseImport(
    @Param(help = "Id of the import", listedBy = Reference.LIST_WAREHOUSE_IMPORTS) long importId,
    @Param(help = "Pause it; it runs unless given") boolean paused,
    @Param(help = "How often it runs", wireName = SyncFrequency.PARAMETER) SyncFrequency runEvery,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateWarehouseImportBuilder.With {
  /** Returns an import that runs this often. */
  public static UpdateWarehouseImport of(long importId, SyncFrequency runEvery) {
    return new UpdateWarehouseImport(importId, false, runEvery, Optional.empty());
  }
}
