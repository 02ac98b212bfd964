package dev.mixpaneldata.app.customevents;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Optional;

/**
 * A change of a custom event, which is given by its id or its name. What is not given stays as it
 * is.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record UpdateCustomEvent(
    @Param(help = "Id of the custom event", listedBy = Reference.LIST_CUSTOM_EVENTS)
        Optional<Long> customEventId,
    @Param(help = "Name of the custom event, in place of its id") Optional<String> name,
    @Param(help = "Whether lists hide it") Optional<Boolean> hidden,
    @Param(help = "Whether Mixpanel discards its events") Optional<Boolean> dropped,
    @Param(help = "Whether it is merged into another event") Optional<Boolean> merged,
    @Param(help = "Whether somebody has verified it") Optional<Boolean> verified,
    @Param(help = "New tags") List<String> tags,
    @Param(help = "Name that reports show", wireName = "displayName") Optional<String> displayName,
    @Param(help = "New description") Optional<String> description,
    @Param(help = Param.BODY) Optional<Json> json)
    implements UpdateCustomEventBuilder.With {
  public UpdateCustomEvent {
    CustomEventRequest.checkOne(customEventId, name);
    tags = List.copyOf(tags);
  }

  /** Returns a change of nothing yet. */
  public static UpdateCustomEvent of(long customEventId) {
    return of(Optional.of(customEventId), Optional.empty());
  }

  /** Returns a change of nothing yet, of the custom event with this name. */
  public static UpdateCustomEvent named(String name) {
    return of(Optional.empty(), Optional.of(name));
  }

  private static UpdateCustomEvent of(Optional<Long> id, Optional<String> name) {
    return new UpdateCustomEvent(
        id,
        name,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
