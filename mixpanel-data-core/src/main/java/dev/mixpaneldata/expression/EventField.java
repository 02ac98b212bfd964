package dev.mixpaneldata.expression;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What every event has, under the names that expressions use for it. The raw export names them
 * otherwise: {@code time} and {@code distinct_id} without the dollar sign, and the event's name
 * outside its properties (query reference and export methods page).
 */
public enum EventField {
  /** When it happened, as a datetime and not as the number that the export holds. */
  TIME("$time", "time"),
  /** The event's name, as a text. */
  NAME("$event_name"),
  /** Whose event it is, under the name that the query API uses; {@code distinct_id} as exported. */
  DISTINCT_ID("$distinct_id");

  private final List<String> names;

  EventField(String... names) {
    this.names = List.of(names);
  }

  /**
   * The field that an accessor reads from an event: {@code properties} and {@code event} with one
   * of the names, and no further step.
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
