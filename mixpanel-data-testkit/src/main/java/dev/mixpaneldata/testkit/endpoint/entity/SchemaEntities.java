package dev.mixpaneldata.testkit.endpoint.entity;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import dev.mixpaneldata.testkit.endpoint.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Registered schemas, each known by its type and name. */
final class SchemaEntities {
  private static final Set<String> TYPES = Set.of("event", "custom_event", "profile");
  private static final String SCHEMA = "schemaJson";

  private final EntityStore schemas;

  private SchemaEntities(Entities entities) {
    this.schemas = entities.keep("schemas", EntityStore.numbered("Schema"));
    entities.world().saved().schemas().forEach(schemas::seed);
  }

  static List<Route> routes(Entities entities) {
    SchemaEntities own = new SchemaEntities(entities);
    String type = "/schemas/*";
    return EntityPaths.scoped()
        .answering("GET", "/schemas", asked -> own.list(schema -> true))
        .answering("POST", "/schemas", own::createAll)
        .answering("PATCH", "/schemas", own::updateAll)
        .answering("DELETE", "/schemas", asked -> own.delete(schema -> true))
        .answering("GET", type, asked -> own.list(ofType(asked)))
        .answering("DELETE", type, asked -> own.delete(ofType(asked)))
        // Mixpanel answers with the schema alone, without its name around it.
        .answering("GET", type + "/*", asked -> own.one(asked).path(SCHEMA))
        .answering("POST", type + "/*", asked -> own.put(named(asked, asked.body()), false))
        .answering("PATCH", type + "/*", asked -> own.put(named(asked, asked.body()), true))
        .answering(
            "DELETE",
            type + "/*",
            asked -> own.delete(same(named(asked, JsonNodeFactory.instance.objectNode()))))
        .routes();
  }

  private JsonNode list(Predicate<ObjectNode> wanted) {
    List<ObjectNode> listed = schemas.where(wanted);
    listed.forEach(schema -> schema.remove("id"));
    return Action.array(listed);
  }

  private JsonNode delete(Predicate<ObjectNode> wanted) {
    List<JsonNode> ids = new ArrayList<>();
    schemas.where(wanted).forEach(schema -> ids.add(schema.path("id")));
    schemas.deleteAll(ids);
    return JsonNodeFactory.instance.objectNode().put("delete_count", ids.size());
  }

  private JsonNode createAll(Asked asked) throws Refusal {
    List<JsonNode> entries = asked.list("entries");
    for (JsonNode entry : entries) {
      check(entry);
    }
    int deleted = 0;
    if (asked.body().path("truncate").asBoolean()) {
      String type = asked.body().path("entityType").asText();
      deleted =
          delete(schema -> type.isEmpty() || schema.path("entityType").asText().equals(type))
              .path("delete_count")
              .asInt();
    }
    for (JsonNode entry : entries) {
      put((ObjectNode) entry, false);
    }
    return JsonNodeFactory.instance
        .objectNode()
        .put("added", entries.size())
        .put("deleted", deleted);
  }

  /** Reports each entry for itself: those that cannot be changed hinder no others. */
  private JsonNode updateAll(Asked asked) throws Refusal {
    List<ObjectNode> outcomes = new ArrayList<>();
    for (JsonNode entry : asked.list("entries")) {
      ObjectNode outcome = JsonNodeFactory.instance.objectNode();
      outcome.set("entityType", entry.path("entityType"));
      outcome.set("name", entry.path("name"));
      try {
        check(entry);
        put((ObjectNode) entry, true);
        outcomes.add(outcome.put("status", "ok"));
      } catch (Refusal refusal) {
        outcomes.add(outcome.put("status", "error").put("error", refusal.text()));
      }
    }
    return Action.array(outcomes);
  }

  private static void check(JsonNode entry) throws Refusal {
    for (String field : List.of("entityType", "name", SCHEMA)) {
      if (!entry.has(field)) {
        throw new Refusal(400, field + ": This field is required.");
      }
    }
    if (!TYPES.contains(entry.path("entityType").asText())) {
      throw new Refusal(400, "Invalid entity type: " + entry.path("entityType").asText());
    }
  }

  /** Keeps an entry in place of the one that is there, or merges its schema into that. */
  private JsonNode put(ObjectNode entry, boolean merged) throws Refusal {
    check(entry);
    List<ObjectNode> there = schemas.where(same(entry));
    if (there.isEmpty()) {
      schemas.create(entry);
      return entry;
    }
    String id = there.get(0).path("id").asText();
    ObjectNode change = entry.deepCopy();
    if (merged && there.get(0).path(SCHEMA) instanceof ObjectNode old) {
      change.set(SCHEMA, merge(old, entry.path(SCHEMA)));
    }
    ObjectNode kept = merged ? schemas.update(id, change) : schemas.replace(id, change);
    kept.remove("id");
    return kept;
  }

  private static ObjectNode merge(ObjectNode into, JsonNode more) {
    more.properties()
        .forEach(
            field -> {
              boolean both = into.path(field.getKey()).isObject() && field.getValue().isObject();
              into.set(
                  field.getKey(),
                  both
                      ? merge((ObjectNode) into.path(field.getKey()), field.getValue())
                      : field.getValue());
            });
    return into;
  }

  private ObjectNode one(Asked asked) throws Refusal {
    ObjectNode wanted = JsonNodeFactory.instance.objectNode();
    return schemas.where(same(named(asked, wanted))).stream()
        .findFirst()
        .orElseThrow(() -> new Refusal(404, "Schema not found: " + asked.segments().get(1)));
  }

  private static ObjectNode named(Asked asked, ObjectNode schema) {
    ObjectNode entry =
        JsonNodeFactory.instance
            .objectNode()
            .put("entityType", asked.id())
            .put("name", asked.segments().get(1));
    entry.set(SCHEMA, schema);
    return entry;
  }

  private static Predicate<ObjectNode> ofType(Asked asked) {
    return schema -> schema.path("entityType").asText().equals(asked.id());
  }

  private static Predicate<ObjectNode> same(ObjectNode entry) {
    return schema ->
        schema.path("entityType").equals(entry.path("entityType"))
            && schema.path("name").equals(entry.path("name"));
  }
}
