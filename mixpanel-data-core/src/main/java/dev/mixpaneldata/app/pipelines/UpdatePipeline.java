package dev.mixpaneldata.app.pipelines;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of a pipeline. What is exported again, such as older days, follows the new rules.
 *
 * @param json further fields, as a JSON object: credentials for Azure, groups that share a BigQuery
 *     dataset, settings of Glue
 */
@WithBuilder
public record UpdatePipeline(
    @Param(help = PipelineRequest.NAME, listedBy = Reference.LIST_PIPELINES) String pipeline,
    @Param(help = "Events to export from now on") List<String> events,
    @Param(help = "Expression that exported events fulfil from now on") Optional<String> where,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdatePipelineBuilder.With {
  public UpdatePipeline {
    events = List.copyOf(events);
  }

  /** Refuses a change of nothing, which Mixpanel would not refuse. */
  void requireChange() {
    if (events.isEmpty() && where.isEmpty() && json.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "Nothing of the pipeline would change.", "Give events, an expression or further fields.");
    }
  }

  /** Returns a change of nothing, to which changes are added. */
  public static UpdatePipeline of(String pipeline) {
    return new UpdatePipeline(pipeline, List.of(), Optional.empty(), Optional.empty());
  }
}
