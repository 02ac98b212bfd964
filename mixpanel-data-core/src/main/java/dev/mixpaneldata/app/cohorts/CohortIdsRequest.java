package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import java.util.List;

/** Several cohorts. */
public record CohortIdsRequest(
    @Param(help = "Ids of the cohorts", listedBy = Reference.LIST_COHORTS, required = true)
        List<Long> ids) {
  public CohortIdsRequest {
    ids = List.copyOf(ids);
  }
}
