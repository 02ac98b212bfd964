package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of what the Lexicon says about an event. What is not given stays as it is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateEventDefinition(
    @Param(
            help = "Name of the event",
            listedBy = Reference.LIST_EVENTS,
            alias = "name",
            wireName = "name")
        String eventName,
    @Param(help = "Whether Mixpanel's menus leave it out") Optional<Boolean> hidden,
    @Param(help = "Whether Mixpanel stops ingesting it") Optional<Boolean> dropped,
    @Param(help = "Whether it is merged into another event") Optional<Boolean> merged,
    @Param(help = "Whether its definition is verified") Optional<Boolean> verified,
    @Param(
            help = "Names of all its tags from now on; [] for none",
            listedBy = Reference.LIST_LEXICON_TAGS)
        Optional<List<String>> tags,
    @Param(help = "Name that people see", wireName = "displayName") Optional<String> displayName,
    @Param(help = "New description") Optional<String> description,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateEventDefinitionBuilder.With {
  /** Returns a change of nothing yet. */
  public static UpdateEventDefinition of(String eventName) {
    return new UpdateEventDefinition(
        eventName,
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
