package dev.mixpaneldata.app.cohorts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new cohort.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateCohort(
    @Param(help = "Name of the cohort") String name,
    @Param(help = "Its description") Optional<String> description,
    @Param(help = "Type of its groups: its id in project settings; users unless given")
        Optional<String> dataGroupId,
    @Param(help = "Whom it holds: a JSON object with selector and behaviors")
        Optional<Json> definition,
    @Param(help = "Whether only its owner may change it") Optional<Boolean> isLocked,
    @Param(help = "Whether lists show it") Optional<Boolean> isVisible,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateCohortBuilder.With {
  /** Returns a cohort with a name alone. */
  public static CreateCohort of(String name) {
    return new CreateCohort(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
