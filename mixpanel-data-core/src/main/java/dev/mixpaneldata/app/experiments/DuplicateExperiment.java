package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A copy of an experiment.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record DuplicateExperiment(
    @Param(help = "Id of the experiment", listedBy = Reference.LIST_EXPERIMENTS)
        String experimentId,
    @Param(help = "Name of the copy") String name,
    @Param(help = Param.BODY) Optional<Json> json)
    implements DuplicateExperimentBuilder.With {
  /** Returns a copy under a name. */
  public static DuplicateExperiment of(String experimentId, String name) {
    return new DuplicateExperiment(experimentId, name, Optional.empty());
  }
}
