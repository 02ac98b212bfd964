package dev.mixpaneldata.internal.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The entries of a call on several things: a JSON list, or the body that holds it. */
public final class BulkEntries {
  /** The field of the body that holds the list. */
  private final String field;

  /** The fields of which each entry needs one. */
  private final List<String> keys;

  /** Names that users of the Python client know. */
  private final List<Renamed> renamed;

  private BulkEntries(String field, List<String> keys, List<Renamed> renamed) {
    this.field = field;
    this.keys = keys;
    this.renamed = renamed;
  }

  /**
   * A name that Mixpanel does not take.
   *
   * @param with the field beside which it is replaced; an empty name for any
   */
  private record Renamed(String known, String wireName, String with) {}

  /** Returns the entries under a field, each with at least one of the keys. */
  public static BulkEntries of(String field, String... keys) {
    return new BulkEntries(field, List.of(keys), List.of());
  }

  /** Returns entries that may have a field under another name. */
  public BulkEntries renaming(String known, String wireName) {
    return renaming(known, wireName, "");
  }

  /** Returns entries that may have a field under another name beside a certain field. */
  public BulkEntries renaming(String known, String wireName, String with) {
    List<Renamed> more = new ArrayList<>(renamed);
    more.add(new Renamed(known, wireName, with));
    return new BulkEntries(field, keys, List.copyOf(more));
  }

  /** Returns the body of a request whose entries are these. */
  public Map<String, Object> body(Record request, Json entries) {
    Map<String, Object> body = BodyFields.of(request, ResultFields.snakeCase(field));
    body.put(field, read(entries));
    return body;
  }

  /**
   * Returns the entries.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is something else
   */
  public List<Map<String, Object>> read(Json json) {
    JsonNode given = Mappers.readExactly(json.text());
    JsonNode list = given.isObject() ? given.path(field) : given;
    List<Map<String, Object>> entries = new ArrayList<>();
    for (JsonNode entry : list) {
      if (entry.isObject() && keys.stream().anyMatch(key -> entry.path(key).isValueNode())) {
        entries.add(named(entry));
      }
    }
    if (!list.isArray() || entries.size() != list.size()) {
      String key = String.join(" or ", keys);
      throw MixpanelDataException.invalidArgument(
          "The " + field + " are not a list of objects with " + key + ": " + json + ".",
          "Give a list: [{\"" + keys.get(0) + "\": …}].");
    }
    return entries;
  }

  private Map<String, Object> named(JsonNode entry) {
    Map<String, Object> named = new LinkedHashMap<>(LenientReader.fields(entry));
    for (Renamed name : renamed) {
      boolean fits = name.with().isEmpty() || named.containsKey(name.with());
      if (fits && named.containsKey(name.known()) && !named.containsKey(name.wireName())) {
        named.put(name.wireName(), named.remove(name.known()));
      }
    }
    return named;
  }
}
