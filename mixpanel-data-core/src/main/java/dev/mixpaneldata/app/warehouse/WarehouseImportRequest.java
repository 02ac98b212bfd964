package dev.mixpaneldata.app.warehouse;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One import. */
public record WarehouseImportRequest(
    @Param(help = "Id of the import", listedBy = Reference.LIST_WAREHOUSE_IMPORTS) long importId) {}
