package dev.mixpaneldata.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The fields that every event has, with their names in expressions. The raw export uses other
 * names: {@code time} and {@code distinct_id} without the dollar sign, and the event's name outside
 * its properties (query reference and export methods page).
 */
public enum EventField {
  /** The time of the event, as a datetime and not as the number that the export holds. */
  TIME("$time", "time"),
  /** The event's name, as a text. */
  NAME("$event_name"),
  /**
   * The user of the event, under the name that the query API uses; {@code distinct_id} as exported.
   */
  DISTINCT_ID("$distinct_id");

  private final List<String> names;

  EventField(String... names) {
    this.names = List.of(names);
  }

  /**
   * Returns the field that an accessor reads from an event: {@code properties} or {@code event}
   * with one of the names, and no further step.
   */
  public static Optional<EventField> of(Accessor accessor) {
    boolean readsEvent =
        accessor.source() == PropertySource.PROPERTIES || accessor.source() == PropertySource.EVENT;
    if (!readsEvent || !accessor.steps().isEmpty()) {
      return Optional.empty();
    }
    return Arrays.stream(values())
        .filter(field -> field.names.contains(accessor.name()))
        .findFirst();
  }
}
