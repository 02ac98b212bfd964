package dev.mixpaneldata.ingest;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One change of one profile.
 *
 * @param operation what to do
 * @param groupKey the property by which groups are told apart; empty for the profile of a user
 * @param id the distinct id of the user, or the id of the group
 * @param properties the values by their names: numbers for {@code ADD}, lists for {@code UNION},
 *     one value each for {@code APPEND} and {@code REMOVE}; ignored for {@code UNSET}, which takes
 *     the names, and {@code DELETE}
 */
public record ProfileUpdate(
    ProfileOperation operation, Optional<String> groupKey, String id, Map<String, ?> properties) {
  private static final int LONGEST_NAME = 255;

  public ProfileUpdate {
    properties = new LinkedHashMap<>(properties);
    if (id.isBlank()) {
      throw refused("The profile has no id.", "Name the user or the group.");
    }
    if (properties.isEmpty() != (operation == ProfileOperation.DELETE)) {
      throw properties.isEmpty()
          ? refused("There are no properties for " + id + ".", "Name at least one.")
          : refused("Deleting a profile takes no properties.", "Leave them out.");
    }
    for (Map.Entry<String, ?> property : properties.entrySet()) {
      check(operation, property.getKey(), property.getValue());
    }
  }

  private static void check(ProfileOperation operation, String name, Object value) {
    if (name.isEmpty() || name.length() > LONGEST_NAME) {
      throw refused("A property's name is empty or over 255 characters long.", "Shorten it.");
    }
    if (operation == ProfileOperation.ADD && !(value instanceof Number)) {
      throw refused(
          "The property '" + name + "' is to be increased, but the value is not a number.",
          "Give a number; a negative one subtracts.");
    }
    if (operation == ProfileOperation.UNION && !(value instanceof List)) {
      throw refused(
          "The property '" + name + "' is to be united with a list, but the value is not a list.",
          "Give a list, such as [\"a\", \"b\"].");
    }
  }

  private static MixpanelDataException refused(String message, String hint) {
    return MixpanelDataException.invalidArgument(message, hint);
  }

  /** A change of a user's profile. */
  public static ProfileUpdate ofUser(
      ProfileOperation operation, String distinctId, Map<String, ?> properties) {
    return new ProfileUpdate(operation, Optional.empty(), distinctId, properties);
  }

  /** Removes properties of a user's profile. */
  public static ProfileUpdate unset(String distinctId, List<String> names) {
    Map<String, Object> properties = new LinkedHashMap<>();
    names.forEach(name -> properties.put(name, ""));
    return ofUser(ProfileOperation.UNSET, distinctId, properties);
  }

  /** Removes a user's profile. */
  public static ProfileUpdate delete(String distinctId) {
    return ofUser(ProfileOperation.DELETE, distinctId, Map.of());
  }

  /** The same of the profile of a group. */
  public ProfileUpdate inGroup(String key) {
    return new ProfileUpdate(operation, Optional.of(key), id, properties);
  }

  /** The object that is sent. */
  Map<String, Object> wire(String token) {
    Map<String, Object> update = new LinkedHashMap<>();
    update.put("$token", token);
    if (groupKey.isPresent()) {
      update.put("$group_key", groupKey.get());
      update.put("$group_id", id);
    } else {
      update.put("$distinct_id", id);
    }
    update.put(
        operation.wireName(),
        switch (operation) {
          case UNSET -> new ArrayList<>(properties.keySet());
          case DELETE -> "null";
          default -> properties;
        });
    if (operation == ProfileOperation.DELETE && groupKey.isEmpty()) {
      // Otherwise an alias would lead to another profile, and that would be deleted.
      update.put("$ignore_alias", true);
    }
    return update;
  }
}
