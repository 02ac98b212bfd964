package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;

/** A request for what the Lexicon says about events. */
@WithBuilder
public record EventDefinitionsRequest(
    @Param(
            help = "Names of events; all of the Lexicon unless given",
            listedBy = Reference.LIST_EVENTS)
        List<String> names)
    implements EventDefinitionsRequestBuilder.With {
  public EventDefinitionsRequest {
    names = List.copyOf(names);
  }

  /** Returns a request for all events of the Lexicon. */
  public static EventDefinitionsRequest all() {
    return new EventDefinitionsRequest(List.of());
  }

  /** Returns a request for these events. */
  public static EventDefinitionsRequest of(String... names) {
    return new EventDefinitionsRequest(List.of(names));
  }
}
