package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new experiment, as a draft.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateExperiment(
    @Param(help = "Name of at most 255 characters") String name,
    @Param(help = "Description of at most 400 characters") Optional<String> description,
    @Param(help = "What is expected") Optional<String> hypothesis,
    @Param(help = "Its variants, a JSON list or object") Optional<Json> variants,
    @Param(help = "What is measured, a JSON list or object") Optional<Json> metrics,
    @Param(help = "Its settings, a JSON object") Optional<Json> settings,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateExperimentBuilder.With {
  /** Returns a draft with a name alone. */
  public static CreateExperiment of(String name) {
    return new CreateExperiment(
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
