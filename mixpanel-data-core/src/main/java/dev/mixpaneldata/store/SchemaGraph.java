package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of a project with the properties that each has.
 *
 * @param events by name
 * @param unused properties that no event of the list has, by name; empty if only some events or
 *     properties were asked for
 * @param densityKnown whether the density of properties is known
 */
public record SchemaGraph(List<EventNode> events, List<String> unused, boolean densityKnown)
    implements Tabular {
  public SchemaGraph {
    events = List.copyOf(events);
    unused = List.copyOf(unused);
  }

  /**
   * An event with its properties.
   *
   * @param displayName its name in Mixpanel's pages, if it has another there
   * @param description what the Lexicon says of it
   * @param properties by name
   */
  public record EventNode(
      String name,
      Optional<String> displayName,
      Optional<String> description,
      List<PropertyNode> properties) {
    public EventNode {
      properties = List.copyOf(properties);
    }
  }

  /**
   * A property of an event.
   *
   * @param type its type, as Mixpanel names it
   * @param density the share of events that have it, from 0 to 1: from a local table of the events
   *     of this name, from Mixpanel as it gives it for the whole project
   * @param displayName its name in Mixpanel's pages, if it has another there
   * @param description what the Lexicon says of it
   */
  public record PropertyNode(
      String name,
      Optional<String> type,
      Optional<Double> density,
      Optional<String> displayName,
      Optional<String> description) {}

  /** Returns this event alone, and of each event this property alone; empty stands for all. */
  public SchemaGraph only(Optional<String> name, Optional<String> property) {
    if (name.isEmpty() && property.isEmpty()) {
      return this;
    }
    List<EventNode> some =
        events.stream()
            .filter(event -> name.map(event.name()::equals).orElse(true))
            .flatMap(event -> having(event, property).stream())
            .toList();
    return new SchemaGraph(some, List.of(), densityKnown);
  }

  private static Optional<EventNode> having(EventNode event, Optional<String> property) {
    if (property.isEmpty()) {
      return Optional.of(event);
    }
    List<PropertyNode> only =
        event.properties().stream().filter(p -> p.name().equals(property.get())).toList();
    return only.isEmpty()
        ? Optional.empty()
        : Optional.of(new EventNode(event.name(), event.displayName(), event.description(), only));
  }

  @Override
  public List<String> header() {
    return List.of("event", "property", "type", "density", "description");
  }

  /** Returns one row for each property of each event; an event without properties has one row. */
  @Override
  public List<List<@Nullable Object>> cells() {
    List<List<@Nullable Object>> rows = new ArrayList<>();
    for (EventNode event : events) {
      if (event.properties().isEmpty()) {
        rows.add(
            Arrays.<@Nullable Object>asList(
                event.name(), null, null, null, event.description().orElse(null)));
      }
      for (PropertyNode property : event.properties()) {
        rows.add(
            Arrays.<@Nullable Object>asList(
                event.name(),
                property.name(),
                property.type().orElse(null),
                property.density().orElse(null),
                property.description().orElse(null)));
      }
    }
    return rows;
  }
}
