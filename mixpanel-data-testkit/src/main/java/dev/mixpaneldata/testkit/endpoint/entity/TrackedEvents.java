package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.testkit.dataset.Deduplication;
import dev.mixpaneldata.testkit.endpoint.FakeProject;
import dev.mixpaneldata.testkit.naive.NaiveEvent;
import java.util.Map;
import java.util.TreeMap;

/** What a project's events hold, by their names. All are read again after one was written. */
final class TrackedEvents {
  private final FakeProject world;
  private Map<String, Seen> events = Map.of();
  private long version = -1;

  TrackedEvents(FakeProject world) {
    this.world = world;
  }

  /** An event as it was tracked. */
  static final class Seen {
    private final Map<String, Map<String, Long>> properties = new TreeMap<>();
    private long count;
    private long lastMillis = Long.MIN_VALUE;

    long count() {
      return count;
    }

    long lastMillis() {
      return lastMillis;
    }

    /** Returns the number of values of each JSON type, by property. */
    Map<String, Map<String, Long>> properties() {
      return properties;
    }

    /** Returns the number of events that have a property. */
    long countOf(String property) {
      return properties.getOrDefault(property, Map.of()).values().stream()
          .mapToLong(Long::longValue)
          .sum();
    }

    private void add(NaiveEvent event) {
      count++;
      lastMillis = Math.max(lastMillis, event.timeMillis());
      event
          .properties()
          .properties()
          .forEach(
              property ->
                  properties
                      .computeIfAbsent(property.getKey(), name -> new TreeMap<>())
                      .merge(type(property.getValue()), 1L, Long::sum));
    }
  }

  synchronized Map<String, Seen> all() {
    long now = world.events().version();
    if (version != now) {
      version = now;
      Map<String, Seen> read = new TreeMap<>();
      Deduplication.readable(world.events()).stream()
          .map(NaiveEvent::of)
          .forEach(event -> read.computeIfAbsent(event.name(), name -> new Seen()).add(event));
      events = read;
    }
    return events;
  }

  /** Returns the type of a value as JSON schemas name it. */
  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case ARRAY -> "array";
      case BOOLEAN -> "boolean";
      case NUMBER -> "number";
      case OBJECT, POJO -> "object";
      case STRING, BINARY -> "string";
      case NULL, MISSING -> "null";
    };
  }
}
