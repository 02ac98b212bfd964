package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** Definitions by their names: those that people wrote, and those of what was tracked alone. */
final class DefinitionStore {
  private final EntityStore written;
  private final Supplier<List<ObjectNode>> tracked;
  private final Function<ObjectNode, String> key;
  private final Clock clock;
  private final Map<String, ArrayNode> histories = new HashMap<>();

  /**
   * Creates a store.
   *
   * @param written the definitions that people wrote
   * @param tracked definitions, without ids, of all that was tracked
   * @param key what tells definitions apart
   */
  DefinitionStore(
      EntityStore written,
      Supplier<List<ObjectNode>> tracked,
      Function<ObjectNode, String> key,
      Clock clock) {
    this.written = written;
    this.tracked = tracked;
    this.key = key;
    this.clock = clock;
  }

  synchronized List<ObjectNode> list() {
    Map<String, ObjectNode> all = new TreeMap<>();
    tracked.get().forEach(definition -> all.put(key.apply(definition), definition));
    written
        .all()
        .forEach(
            definition -> {
              ObjectNode whole = all.computeIfAbsent(key.apply(definition), name -> definition);
              whole.setAll(definition);
            });
    return List.copyOf(all.values());
  }

  /** Changes the definition that has the name, or the id, of the change. */
  synchronized ObjectNode patch(ObjectNode change) throws Refusal {
    ObjectNode known = find(change);
    String id = known.path("id").asText();
    if (id.isEmpty()) {
      known.retain("name", "resourceType");
      id = written.create(known).path("id").asText();
    }
    ObjectNode changed = written.update(id, change);
    ObjectNode entry = history(key.apply(changed)).addObject();
    entry.put("action", "updated").put("timestamp", clock.instant().toString());
    entry.set("changes", change);
    return changed;
  }

  synchronized void delete(ObjectNode named) throws Refusal {
    String id = find(named).path("id").asText();
    if (!id.isEmpty()) {
      written.delete(id);
    }
  }

  synchronized ArrayNode history(String definition) {
    return histories.computeIfAbsent(definition, name -> JsonNodeFactory.instance.arrayNode());
  }

  private ObjectNode find(ObjectNode wanted) throws Refusal {
    JsonNode name = wanted.path("name");
    for (ObjectNode definition : list()) {
      boolean matches =
          name.isMissingNode()
              ? wanted.has("id") && definition.path("id").equals(wanted.path("id"))
              : key.apply(definition).equals(key.apply(wanted));
      if (matches) {
        return definition;
      }
    }
    throw new Refusal(404, "Definition not found: " + (name.isMissingNode() ? wanted : name));
  }
}
