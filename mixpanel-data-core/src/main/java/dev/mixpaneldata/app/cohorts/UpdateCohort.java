package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A change of a cohort. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateCohort(
    @Param(help = "Id of the cohort", listedBy = Reference.LIST_COHORTS) long cohortId,
    @Param(help = "New name") Optional<String> name,
    @Param(help = "New description") Optional<String> description,
    @Param(help = "Whom it holds: a JSON object with selector and behaviors")
        Optional<Json> definition,
    @Param(help = "Whether only its owner may change it") Optional<Boolean> isLocked,
    @Param(help = "Whether lists show it") Optional<Boolean> isVisible,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateCohortBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateCohort of(long cohortId) {
    return new UpdateCohort(
        cohortId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
