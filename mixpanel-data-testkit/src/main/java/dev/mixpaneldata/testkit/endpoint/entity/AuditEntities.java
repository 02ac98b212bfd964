package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The audit: what the events hold beside what the registered schemas say. */
final class AuditEntities {
  private final Entities entities;

  private AuditEntities(Entities entities) {
    this.entities = entities;
  }

  static List<Route> routes(Entities entities) {
    AuditEntities own = new AuditEntities(entities);
    return EntityPaths.scoped()
        .answering("GET", "/data-definitions/audit", asked -> own.audit(true))
        .answering("GET", "/data-definitions/audit-events-only", asked -> own.audit(false))
        .routes();
  }

  /** Returns a pair: the differences, and when they were looked for. */
  private JsonNode audit(boolean properties) throws Refusal {
    Map<String, JsonNode> schemas = schemas();
    if (schemas.isEmpty()) {
      throw new Refusal(400, "No schemas are defined for this project");
    }
    ArrayNode violations = JsonNodeFactory.instance.arrayNode();
    entities
        .tracked()
        .all()
        .forEach(
            (name, seen) -> {
              JsonNode schema = schemas.get(name);
              if (schema == null) {
                add(violations, "Unexpected Event", name, seen.count());
              } else if (properties) {
                compare(violations, name, seen, schema);
              }
            });
    ArrayNode pair = JsonNodeFactory.instance.arrayNode().add(violations);
    pair.addObject().put("computed_at", entities.world().clock().instant().toString());
    return pair;
  }

  private Map<String, JsonNode> schemas() {
    Map<String, JsonNode> schemas = new TreeMap<>();
    for (ObjectNode schema : entities.find("schemas").map(EntityStore::all).orElse(List.of())) {
      if (schema.path("entityType").asText().equals("event")) {
        schemas.put(schema.path("name").asText(), schema.path("schemaJson"));
      }
    }
    return schemas;
  }

  private static void compare(
      ArrayNode violations, String event, TrackedEvents.Seen seen, JsonNode schema) {
    JsonNode known = schema.path("properties");
    for (JsonNode required : schema.path("required")) {
      long missing = seen.count() - seen.countOf(required.asText());
      if (missing > 0) {
        add(violations, "Missing Property", required.asText(), missing).put("event", event);
      }
    }
    seen.properties()
        .forEach(
            (name, types) -> {
              if (known.has(name)) {
                wrongType(known.path(name).path("type"), types)
                    .ifPresent(
                        type ->
                            add(
                                    violations,
                                    "Unexpected Type for Property",
                                    name,
                                    types.getOrDefault(type, 0L))
                                .put("event", event)
                                .put("propertyTypeError", "found " + type));
              } else if (isOwn(name)) {
                add(violations, "Unexpected Property", name, seen.countOf(name))
                    .put("event", event);
              }
            });
  }

  /** Mixpanel adds properties of its own to all events, which no schema needs to have. */
  private static boolean isOwn(String property) {
    return !property.startsWith("$")
        && !property.startsWith("mp_")
        && !List.of("time", "distinct_id").contains(property);
  }

  private static Optional<String> wrongType(JsonNode wanted, Map<String, Long> types) {
    String expected = wanted.asText().equals("integer") ? "number" : wanted.asText();
    return wanted.isTextual()
        ? types.keySet().stream().filter(type -> !type.equals(expected)).findFirst()
        : Optional.empty();
  }

  private static ObjectNode add(ArrayNode violations, String violation, String name, long count) {
    return violations.addObject().put("violation", violation).put("name", name).put("count", count);
  }
}
