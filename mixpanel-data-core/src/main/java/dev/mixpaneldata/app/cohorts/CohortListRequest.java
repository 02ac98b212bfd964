package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/** A request for saved cohorts with their details. */
@WithBuilder
public record CohortListRequest(
    @Param(help = "Only cohorts of this group type, by its id in project settings")
        Optional<String> dataGroupId,
    @Param(help = "Only cohorts with these ids") List<Long> ids)
    implements CohortListRequestBuilder.With {
  public CohortListRequest {
    ids = List.copyOf(ids);
  }

  /** Returns a request for all cohorts. */
  public static CohortListRequest of() {
    return new CohortListRequest(Optional.empty(), List.of());
  }
}
