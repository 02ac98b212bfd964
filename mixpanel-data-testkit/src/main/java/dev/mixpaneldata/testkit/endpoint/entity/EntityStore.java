package dev.mixpaneldata.testkit.endpoint.entity;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.testkit.endpoint.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The entities of one kind, in the order of their creation. Safe for several threads. */
public final class EntityStore {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Well above the ids that tests give. */
  private static final long FIRST_ID = 900_001;

  private final String kind;
  private final boolean numbered;
  private final Map<String, ObjectNode> entities = new LinkedHashMap<>();
  private List<String> required = List.of();
  private ObjectNode defaults = JSON.createObjectNode();
  private Consumer<ObjectNode> completion = entity -> {};
  private long nextId = FIRST_ID;

  private EntityStore(String kind, boolean numbered) {
    this.kind = kind;
    this.numbered = numbered;
  }

  /** Returns a store whose ids are numbers. */
  static EntityStore numbered(String kind) {
    return new EntityStore(kind, true);
  }

  /** Returns a store whose ids are UUIDs. */
  static EntityStore withUuids(String kind) {
    return new EntityStore(kind, false);
  }

  /** Refuses a creation without these fields. */
  EntityStore requires(String... fields) {
    this.required = List.of(fields);
    return this;
  }

  /** Gives new entities the fields of this object that they lack. */
  EntityStore defaults(String json) {
    this.defaults = object(json);
    return this;
  }

  /** Completes an entity after each change. */
  EntityStore completedBy(Consumer<ObjectNode> change) {
    this.completion = change;
    return this;
  }

  /** Adds an entity, which gets an id if it has none of its own. */
  synchronized void seed(String json) {
    ObjectNode entity = object(json);
    if (!entity.has("id")) {
      entity.set("id", newId());
    }
    put(complete(entity));
  }

  /** Returns the entities that match. */
  synchronized List<ObjectNode> where(Predicate<ObjectNode> wanted) {
    return entities.values().stream().filter(wanted).map(ObjectNode::deepCopy).toList();
  }

  /** Returns all entities. */
  public synchronized List<ObjectNode> all() {
    return where(entity -> true);
  }

  synchronized ObjectNode get(String id) throws Refusal {
    ObjectNode entity = entities.get(id);
    if (entity == null) {
      throw new Refusal(404, kind + " not found: " + id);
    }
    return entity.deepCopy();
  }

  synchronized ObjectNode create(ObjectNode body) throws Refusal {
    for (String field : required) {
      if (body.path(field).isMissingNode() || body.path(field).isNull()) {
        throw new Refusal(400, field + ": This field is required.");
      }
    }
    ObjectNode entity = JSON.createObjectNode();
    entity.set("id", newId());
    body.properties().forEach(field -> entity.set(field.getKey(), field.getValue()));
    put(complete(entity));
    return entity.deepCopy();
  }

  /** Sets the fields that the body has. */
  synchronized ObjectNode update(String id, ObjectNode body) throws Refusal {
    ObjectNode entity = get(id);
    body.properties()
        .forEach(
            field -> {
              if (!field.getKey().equals("id")) {
                entity.set(field.getKey(), field.getValue());
              }
            });
    put(complete(entity));
    return entity.deepCopy();
  }

  /** Replaces all fields by those of the body. */
  synchronized ObjectNode replace(String id, ObjectNode body) throws Refusal {
    JsonNode own = get(id).path("id");
    for (String field : required) {
      if (body.path(field).isMissingNode()) {
        throw new Refusal(400, field + ": This field is required.");
      }
    }
    ObjectNode entity = JSON.createObjectNode();
    entity.setAll(body);
    entity.set("id", own);
    put(complete(entity));
    return entity.deepCopy();
  }

  synchronized void delete(String id) throws Refusal {
    get(id);
    entities.remove(id);
  }

  /** Deletes those of the ids that exist. */
  synchronized void deleteAll(List<JsonNode> ids) {
    List<String> gone = new ArrayList<>();
    ids.forEach(id -> gone.add(id.asText()));
    entities.keySet().removeAll(gone);
  }

  private JsonNode newId() {
    long next = nextId++;
    return numbered
        ? JSON.getNodeFactory().numberNode(next)
        : JSON.getNodeFactory()
            .textNode(UUID.nameUUIDFromBytes((kind + next).getBytes(US_ASCII)).toString());
  }

  private ObjectNode complete(ObjectNode entity) {
    defaults
        .properties()
        .forEach(
            field -> {
              if (!entity.has(field.getKey())) {
                entity.set(field.getKey(), field.getValue().deepCopy());
              }
            });
    completion.accept(entity);
    return entity;
  }

  private void put(ObjectNode entity) {
    entities.put(entity.path("id").asText(), entity);
  }

  private static ObjectNode object(String json) {
    try {
      return (ObjectNode) JSON.readTree(json);
    } catch (JsonProcessingException | ClassCastException malformed) {
      throw new IllegalArgumentException("Not a JSON object: " + json, malformed);
    }
  }
}
