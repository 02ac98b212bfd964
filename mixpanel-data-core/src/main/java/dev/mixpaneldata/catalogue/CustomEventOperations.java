package dev.mixpaneldata.catalogue;

import dev.mixpaneldata.app.customevents.CreateCustomEvent;
import dev.mixpaneldata.app.customevents.CustomEvent;
import dev.mixpaneldata.app.customevents.CustomEventDefinition;
import dev.mixpaneldata.app.customevents.CustomEventRequest;
import dev.mixpaneldata.app.customevents.UpdateCustomEvent;
import dev.mixpaneldata.operation.NoArguments;
import java.util.List;

/** Custom events, as operations. */
final class CustomEventOperations {
  private static final ManagedOperations FAMILY = new ManagedOperations(Family.GOVERNANCE);

  private CustomEventOperations() {}

  static List<OperationSpec<?, ?>> all() {
    return List.of(
        FAMILY.read(
            "list_custom_events",
            "custom-events list",
            "Names under which Mixpanel reports several events as one",
            NoArguments.class,
            ResultType.listOf(CustomEventDefinition.class),
            (app, request) -> app.customEvents().list()),
        FAMILY.write(
            "create_custom_event",
            "custom-events create",
            "Create a custom event that stands for several events",
            CreateCustomEvent.class,
            ResultType.of(CustomEvent.class),
            (app, request) -> app.customEvents().create(request)),
        FAMILY
            .write(
                "update_custom_event",
                "custom-events update",
                "Change how the Lexicon describes a custom event",
                UpdateCustomEvent.class,
                ResultType.of(CustomEventDefinition.class),
                (app, request) -> app.customEvents().update(request))
            .with(Trait.REPEATABLE),
        FAMILY.delete(
            "delete_custom_event",
            "custom-events delete",
            "Delete a custom event; the events behind it stay",
            CustomEventRequest.class,
            (app, request) -> app.customEvents().delete(request),
            (app, request) -> {
              CustomEventDefinition event = app.customEvents().get(request);
              return List.of(
                  Subject.of(
                      "custom event",
                      event.customEventId().or(event::id).map(Object::toString).orElse(""),
                      event.name()));
            }));
  }
}
