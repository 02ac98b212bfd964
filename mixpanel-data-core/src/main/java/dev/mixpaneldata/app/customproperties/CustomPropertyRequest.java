package dev.mixpaneldata.app.customproperties;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;

/** One custom property. */
public record CustomPropertyRequest(
    @Param(help = "Id of the custom property", listedBy = Reference.LIST_CUSTOM_PROPERTIES)
        String customPropertyId) {}
