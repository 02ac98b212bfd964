package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** One custom event, by its id or its name. */
@WithBuilder
public record CustomEventRequest(
    @Param(help = "Id of the custom event", listedBy = Reference.LIST_CUSTOM_EVENTS)
        Optional<Long> customEventId,
    @Param(help = "Name of the custom event, in place of its id") Optional<String> name)
    implements CustomEventRequestBuilder.With {
  public CustomEventRequest {
    checkOne(customEventId, name);
  }

  /** Refuses both and neither. */
  static void checkOne(Optional<Long> id, Optional<String> name) {
    if (id.isPresent() == name.isPresent()) {
      throw MixpanelDataException.invalidArgument(
          id.isPresent()
              ? "The custom event is given by its id and its name."
              : "No custom event is given.",
          "Give its id or its name.");
    }
  }

  /** Returns the custom event with this id. */
  public static CustomEventRequest of(long customEventId) {
    return new CustomEventRequest(Optional.of(customEventId), Optional.empty());
  }

  /** Returns the custom event with this name. */
  public static CustomEventRequest named(String name) {
    return new CustomEventRequest(Optional.empty(), Optional.of(name));
  }
}
