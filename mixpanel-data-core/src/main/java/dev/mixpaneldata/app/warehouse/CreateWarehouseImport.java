package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new import. Which columns it needs depends on its type; Mixpanel's reference of warehouse
 * connectors lists them.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateWarehouseImport(
    @Param(help = "What the rows become") ImportType importType,
    @Param(help = "Id of the connection to the warehouse") long warehouseSourceId,
    @Param(help = "Where the table is: a JSON object that depends on the warehouse")
        Json tableParams,
    @Param(help = "Which rows are read") SyncMode syncMode,
    @Param(help = "How often it runs", wireName = SyncFrequency.PARAMETER)
        Optional<SyncFrequency> runEvery,
    @Param(help = "Name of all events") Optional<String> eventName,
    @Param(help = "Column with the names of events") Optional<String> eventColumnName,
    @Param(help = "Column with the times of events") Optional<String> timeColumnName,
    @Param(help = "Column with the distinct_ids of users") Optional<String> userColumnName,
    @Param(help = "Column by which new rows are found") Optional<String> insertTimeColumnName,
    @Param(help = "Key of the groups") Optional<String> groupKey,
    @Param(help = "Column with the ids of groups") Optional<String> groupIdColumn,
    @Param(
            help =
                "Property that a lookup table is joined on: a JSON object with value and"
                    + " resourceType")
        Optional<Json> mixpanelProperty,
    @Param(help = "Column that is compared with that property")
        Optional<String> propertyKeyColumnName,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateWarehouseImportBuilder.With {
  /** Returns an import without columns yet. */
  public static CreateWarehouseImport of(
      ImportType importType, long warehouseSourceId, Json tableParams, SyncMode syncMode) {
    return new CreateWarehouseImport(
        importType,
        warehouseSourceId,
        tableParams,
        syncMode,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
