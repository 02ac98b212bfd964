package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.error.MixpanelDataException;
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
  public CreateWarehouseImport {
    switch (importType) {
      case EVENT_STREAM -> require("time_column_name", timeColumnName);
      case PEOPLE -> require("user_column_name", userColumnName);
      case GROUPS -> {
        require("group_key", groupKey);
        require("group_id_column", groupIdColumn);
      }
      case LOOKUP_TABLE -> {
        require("mixpanel_property", mixpanelProperty);
        require("property_key_column_name", propertyKeyColumnName);
      }
    }
  }

  private static void require(String field, Optional<?> value) {
    if (value.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "An import of this type needs " + field + ".", "Give it.");
    }
  }

  private static CreateWarehouseImportBuilder begun(
      ImportType type, long source, Json tableParams, SyncMode mode) {
    return CreateWarehouseImportBuilder.builder()
        .importType(type)
        .warehouseSourceId(source)
        .tableParams(tableParams)
        .syncMode(mode);
  }

  /** Returns an import of events. */
  public static CreateWarehouseImport ofEvents(
      long warehouseSourceId, Json tableParams, SyncMode syncMode, String timeColumnName) {
    return begun(ImportType.EVENT_STREAM, warehouseSourceId, tableParams, syncMode)
        .timeColumnName(timeColumnName)
        .build();
  }

  /** Returns an import of profiles of users. */
  public static CreateWarehouseImport ofPeople(
      long warehouseSourceId, Json tableParams, SyncMode syncMode, String userColumnName) {
    return begun(ImportType.PEOPLE, warehouseSourceId, tableParams, syncMode)
        .userColumnName(userColumnName)
        .build();
  }

  /** Returns an import of profiles of groups. */
  public static CreateWarehouseImport ofGroups(
      long warehouseSourceId,
      Json tableParams,
      SyncMode syncMode,
      String groupKey,
      String groupIdColumn) {
    return begun(ImportType.GROUPS, warehouseSourceId, tableParams, syncMode)
        .groupKey(groupKey)
        .groupIdColumn(groupIdColumn)
        .build();
  }

  /**
   * Returns an import of a lookup table.
   *
   * @param mixpanelProperty the property that it is joined on: a JSON object with value and
   *     resourceType
   */
  public static CreateWarehouseImport ofLookupTable(
      long warehouseSourceId,
      Json tableParams,
      SyncMode syncMode,
      Json mixpanelProperty,
      String propertyKeyColumnName) {
    return begun(ImportType.LOOKUP_TABLE, warehouseSourceId, tableParams, syncMode)
        .mixpanelProperty(mixpanelProperty)
        .propertyKeyColumnName(propertyKeyColumnName)
        .build();
  }
}
