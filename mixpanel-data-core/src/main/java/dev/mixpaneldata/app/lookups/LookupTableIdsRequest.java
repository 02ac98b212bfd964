package dev.mixpaneldata.app.lookups;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Several lookup tables. */
public record LookupTableIdsRequest(
    @Param(
            help = "Ids of the lookup tables",
            listedBy = Reference.LIST_LOOKUP_TABLES,
            required = true)
        List<Long> dataGroupIds) {
  public LookupTableIdsRequest {
    dataGroupIds = List.copyOf(dataGroupIds);
  }
}
