package dev.mixpaneldata.discovery;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for values that a property had. */
@WithBuilder
public record PropertyValuesRequest(
    @Param(help = "Name of the property") String propertyName,
    @Param(help = "Only values from this event") Optional<String> event,
    @Param(help = "Maximum number of values", defaultValue = "100") int limit)
    implements PropertyValuesRequestBuilder.With {
  public PropertyValuesRequest {
    if (limit < 1) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit + ".", "Choose at least 1.");
    }
  }

  /** Returns a request for at most 100 values, of any event. */
  public static PropertyValuesRequest of(String propertyName) {
    return new PropertyValuesRequest(propertyName, Optional.empty(), 100);
  }
}
