package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * The verdict on an experiment that has ended.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record DecideExperiment(
    @Param(help = "Id of the experiment", listedBy = Reference.LIST_EXPERIMENTS)
        String experimentId,
    @Param(help = "Whether it succeeded") Boolean success,
    @Param(help = "Key of the winning variant") Optional<String> variant,
    @Param(help = "Reason of the verdict") Optional<String> message,
    @Param(help = Param.BODY) Optional<Json> json)
    implements DecideExperimentBuilder.With {
  /** Returns a verdict without a winner. */
  public static DecideExperiment of(String experimentId, Boolean success) {
    return new DecideExperiment(
        experimentId, success, Optional.empty(), Optional.empty(), Optional.empty());
  }
}
