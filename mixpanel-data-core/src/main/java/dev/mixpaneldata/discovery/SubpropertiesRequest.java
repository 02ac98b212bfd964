package dev.mixpaneldata.discovery;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/**
 * Asks for the keys inside a property whose values are objects.
 *
 * @param event an event that has the property
 * @param propertyName the property
 * @param sample the number of values to look at
 */
@WithBuilder
public record SubpropertiesRequest(
    @Param(help = "Event that has the property", listedBy = Reference.LIST_EVENTS) String event,
    @Param(help = "Property whose values are objects or lists of them") String propertyName,
    @Param(help = "How many values to look at", defaultValue = "255") int sample)
    implements SubpropertiesRequestBuilder.With {
  private static final int DEFAULT_SAMPLE = 255;

  /** Creates a request that looks at 255 values. */
  public static SubpropertiesRequest of(String event, String propertyName) {
    return new SubpropertiesRequest(event, propertyName, DEFAULT_SAMPLE);
  }
}
