package dev.mixpaneldata.app.definitions;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/** A request for what the Lexicon says about properties. */
@WithBuilder
public record PropertyDefinitionsRequest(
    @Param(help = "Names of properties; all of the Lexicon unless given") List<String> names,
    @Param(help = "What has the properties; events unless names are given")
        Optional<ResourceType> resourceType)
    implements PropertyDefinitionsRequestBuilder.With {
  public PropertyDefinitionsRequest {
    names = List.copyOf(names);
  }

  /** Returns a request for all properties of events of the Lexicon. */
  public static PropertyDefinitionsRequest all() {
    return new PropertyDefinitionsRequest(List.of(), Optional.empty());
  }

  /** Returns a request for these properties. */
  public static PropertyDefinitionsRequest of(String... names) {
    return new PropertyDefinitionsRequest(List.of(names), Optional.empty());
  }
}
