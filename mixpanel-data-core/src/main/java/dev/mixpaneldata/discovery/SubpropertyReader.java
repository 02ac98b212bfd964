package dev.mixpaneldata.discovery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Reads the keys of objects that Mixpanel gives as texts. */
final class SubpropertyReader {
  private final Map<String, Map<String, Integer>> types = new TreeMap<>();
  private final Map<String, Json> examples = new LinkedHashMap<>();
  private int objects;

  private SubpropertyReader() {}

  static List<Subproperty> read(List<String> values) {
    SubpropertyReader reader = new SubpropertyReader();
    values.stream().filter(JsonText::isJson).map(Mappers::read).forEach(reader::add);
    return reader.found();
  }

  private void add(JsonNode value) {
    if (value.isArray()) {
      value.forEach(this::add);
    } else if (value.isObject()) {
      objects++;
      value
          .properties()
          .forEach(
              field -> {
                types
                    .computeIfAbsent(field.getKey(), key -> new TreeMap<>())
                    .merge(type(field.getValue()), 1, Integer::sum);
                examples.putIfAbsent(field.getKey(), new Json(field.getValue().toString()));
              });
    }
  }

  private static String type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> "string";
      case NUMBER -> "number";
      case BOOLEAN -> "boolean";
      case OBJECT -> "object";
      case ARRAY -> "list";
      default -> "null";
    };
  }

  private List<Subproperty> found() {
    List<Subproperty> found = new ArrayList<>();
    types.forEach(
        (name, counts) ->
            found.add(
                new Subproperty(
                    name,
                    counts.entrySet().stream()
                        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                        .map(Map.Entry::getKey)
                        .toList(),
                    (double) counts.values().stream().mapToInt(Integer::intValue).sum() / objects,
                    examples.getOrDefault(name, new Json("null")))));
    found.sort(
        Comparator.comparingDouble(Subproperty::share).reversed().thenComparing(Subproperty::name));
    return found;
  }
}
