package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of an experiment. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateExperiment(
    @Param(help = "Id of the experiment", listedBy = Reference.LIST_EXPERIMENTS)
        String experimentId,
    @Param(help = "Name of at most 255 characters") Optional<String> name,
    @Param(help = "Description of at most 400 characters") Optional<String> description,
    @Param(help = "What is expected") Optional<String> hypothesis,
    @Param(help = "Its variants, a JSON list or object") Optional<Json> variants,
    @Param(help = "What is measured, a JSON list or object") Optional<Json> metrics,
    @Param(help = "Its settings, a JSON object") Optional<Json> settings,
    @Param(help = "All its tags from now on; [] for none") Optional<List<String>> tags,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateExperimentBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateExperiment of(String experimentId) {
    return new UpdateExperiment(
        experimentId,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
