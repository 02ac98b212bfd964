package dev.mixpaneldata.jql;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The result of a script.
 *
 * @param raw the JSON list, as it was sent
 * @param rowCount the number of its elements
 * @param notice Mixpanel's notice about scripts
 */
public record JqlResult(Json raw, long rowCount, String notice) implements Tabular {
  /** The state of JQL (JQL reference). */
  public static final String MAINTENANCE =
      "Mixpanel has JQL in maintenance mode and advises against new use of it.";

  private static final String VALUE = "value";

  static JqlResult of(Json raw) {
    return new JqlResult(raw, rows(raw).size(), MAINTENANCE);
  }

  private static List<JsonNode> rows(Json raw) {
    JsonNode root = Mappers.read(raw.text());
    return root.isArray() ? LenientReader.elements(root) : List.of(root);
  }

  /** Returns the names of the fields; a group's keys are {@code key_0} and so on. */
  @Override
  public List<String> header() {
    Set<String> names = new LinkedHashSet<>();
    table().forEach(row -> names.addAll(row.keySet()));
    return List.copyOf(names);
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    List<String> names = header();
    List<List<@Nullable Object>> cells = new ArrayList<>();
    for (Map<String, @Nullable Object> row : table()) {
      List<@Nullable Object> line = new ArrayList<>();
      names.forEach(name -> line.add(row.get(name)));
      cells.add(line);
    }
    return cells;
  }

  private List<Map<String, @Nullable Object>> table() {
    return rows(raw).stream().map(JqlResult::row).toList();
  }

  private static Map<String, @Nullable Object> row(JsonNode node) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    if (!node.isObject()) {
      row.put(VALUE, LenientReader.value(node));
      return row;
    }
    LenientReader.fields(node)
        .forEach(
            (name, value) -> {
              if (name.equals("key") && value.isArray()) {
                for (int i = 0; i < value.size(); i++) {
                  row.put("key_" + i, LenientReader.value(value.get(i)));
                }
              } else {
                row.put(name, LenientReader.value(value));
              }
            });
    return row;
  }
}
