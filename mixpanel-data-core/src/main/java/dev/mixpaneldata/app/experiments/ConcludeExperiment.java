package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The end of an experiment that runs.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record ConcludeExperiment(
    @Param(help = "Id of the experiment", listedBy = Reference.LIST_EXPERIMENTS)
        String experimentId,
    @Param(help = "Last day, yyyy-mm-dd; today unless given") Optional<String> endDate,
    @Param(help = Param.BODY) Optional<Json> json)
    implements ConcludeExperimentBuilder.With {
  /** Returns the end of today. */
  public static ConcludeExperiment of(String experimentId) {
    return new ConcludeExperiment(experimentId, Optional.empty(), Optional.empty());
  }
}
