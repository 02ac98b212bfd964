package dev.mixpaneldata.testkit.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Profiles that the eight operations of Mixpanel change. Safe for use from many threads. */
public final class WrittenProfiles {

  private final Map<String, Profile> profiles = new LinkedHashMap<>();
  private List<Profile> listed;
  private long version;

  /** Begins with these. */
  public WrittenProfiles(List<Profile> start) {
    listed = List.copyOf(start);
    start.forEach(profile -> profiles.put(profile.distinctId(), profile));
  }

  /** All profiles as they are now, the oldest first. */
  public synchronized List<Profile> list() {
    if (listed.isEmpty() && !profiles.isEmpty()) {
      listed = List.copyOf(profiles.values());
    }
    return listed;
  }

  /** Grows with each change. */
  public synchronized long version() {
    return version;
  }

  /** The profile of an id. */
  public synchronized Optional<Profile> find(String id) {
    return Optional.ofNullable(profiles.get(id));
  }

  /**
   * Changes a profile, which is made where it is missing.
   *
   * @param operation such as {@code $set}
   * @throws IllegalArgumentException if the value does not fit the operation
   */
  public synchronized void change(String id, String operation, JsonNode value) {
    if (operation.equals("$delete")) {
      profiles.remove(id);
    } else {
      Profile known = profiles.get(id);
      ObjectNode profile = (known == null ? Profile.empty(id) : known).json().deepCopy();
      if (!(profile.get("$properties") instanceof ObjectNode properties)) {
        throw new IllegalArgumentException("A profile without properties: " + id);
      }
      apply(properties, operation, value);
      profiles.put(id, Profile.parse(profile.toString()));
    }
    listed = List.of();
    version++;
  }

  private static void apply(ObjectNode properties, String operation, JsonNode value) {
    if (operation.equals("$unset")) {
      if (!value.isArray()) {
        throw new IllegalArgumentException("$unset takes a list of names");
      }
      List<String> names = new ArrayList<>();
      value.forEach(name -> names.add(name.asText()));
      properties.remove(names);
      return;
    }
    if (!value.isObject()) {
      throw new IllegalArgumentException(operation + " takes an object");
    }
    value
        .properties()
        .forEach(given -> apply(properties, operation, given.getKey(), given.getValue()));
  }

  private static void apply(ObjectNode properties, String operation, String name, JsonNode value) {
    JsonNode old = properties.path(name);
    switch (operation) {
      case "$set" -> properties.set(name, value);
      case "$set_once" -> {
        if (old.isMissingNode()) {
          properties.set(name, value);
        }
      }
      case "$add" -> {
        if (!value.isNumber()) {
          throw new IllegalArgumentException("$add takes numbers");
        }
        BigDecimal before = old.isNumber() ? old.decimalValue() : BigDecimal.ZERO;
        BigDecimal sum = before.add(value.decimalValue()).stripTrailingZeros();
        properties.put(name, sum.scale() < 0 ? sum.setScale(0) : sum);
      }
      case "$append" -> properties.set(name, listOf(old).add(value));
      case "$union" -> {
        if (!value.isArray()) {
          throw new IllegalArgumentException("$union takes lists");
        }
        ArrayNode list = listOf(old);
        value.forEach(element -> addNew(list, element));
        properties.set(name, list);
      }
      case "$remove" -> {
        if (old.isArray()) {
          ArrayNode list = properties.arrayNode();
          old.forEach(element -> list.addAll(element.equals(value) ? List.of() : List.of(element)));
          properties.set(name, list);
        }
      }
      default -> throw new IllegalArgumentException("Unknown operation " + operation);
    }
  }

  private static ArrayNode listOf(JsonNode old) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (old.isArray()) {
      old.forEach(list::add);
    }
    return list;
  }

  private static void addNew(ArrayNode list, JsonNode element) {
    for (JsonNode known : list) {
      if (known.equals(element)) {
        return;
      }
    }
    list.add(element);
  }
}
