package dev.mixpaneldata.store;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.PropertyColumn;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Names properties of a local table that get columns of their own, or lose them. */
public record ColumnsRequest(
    @Param(help = "Local table", listedBy = Reference.LIST_TABLES) String table,
    @Param(help = "Properties", required = true) List<String> properties) {
  public ColumnsRequest {
    properties = PropertyColumn.check(properties);
    if (properties.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "No property is named.", "Name at least one property.");
    }
  }
}
