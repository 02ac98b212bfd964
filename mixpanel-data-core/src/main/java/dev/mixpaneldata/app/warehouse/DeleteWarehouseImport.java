package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/**
 * An import to be deleted.
 *
 * @param deleteData whether Mixpanel deletes the imported events, too
 */
@WithBuilder
public record DeleteWarehouseImport(
    @Param(help = "Id of the import", listedBy = Reference.LIST_WAREHOUSE_IMPORTS) long importId,
    @Param(help = "Delete the imported events, too") boolean deleteData)
    implements DeleteWarehouseImportBuilder.With {
  /** Returns a deletion that leaves the imported events at Mixpanel. */
  public static DeleteWarehouseImport of(long importId) {
    return new DeleteWarehouseImport(importId, false);
  }
}
