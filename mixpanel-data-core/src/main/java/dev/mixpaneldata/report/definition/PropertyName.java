package dev.mixpaneldata.report.definition;

import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.EventField;
import dev.mixpaneldata.expression.PropertySource;

/**
 * A property as definitions name it.
 *
 * @param resource {@code events}, or {@code people} for a property of the user's profile
 */
record PropertyName(String resource, String name) {
  static PropertyName of(Accessor accessor) {
    boolean known =
        switch (accessor.source()) {
          case PROPERTIES, EVENT, USER -> accessor.steps().isEmpty();
          case BEHAVIORS, GROUP_PROPERTIES -> false;
        };
    if (!known) {
      throw Inexpressible.of(
          "A definition names whole properties of events and profiles, not "
              + accessor.text()
              + ".",
          "Name a property");
    }
    String name =
        EventField.of(accessor)
            .map(
                field ->
                    switch (field) {
                      case TIME -> "$time";
                      case NAME -> "$event_name";
                      case DISTINCT_ID -> "$distinct_id";
                    })
            .orElse(accessor.name());
    return new PropertyName(accessor.source() == PropertySource.USER ? "people" : "events", name);
  }
}
