package dev.mixpaneldata.mcp.schema;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A builder of the JSON schema of an object. */
public final class ObjectSchema {
  private final Map<String, Object> properties = new LinkedHashMap<>();
  private final List<String> required = new ArrayList<>();

  ObjectSchema() {}

  /** Adds a property that may be left out. */
  public ObjectSchema optional(String name, Map<String, Object> schema) {
    properties.put(name, schema);
    return this;
  }

  /** Adds a property that must be there. */
  public ObjectSchema required(String name, Map<String, Object> schema) {
    required.add(name);
    return optional(name, schema);
  }

  /** Returns the schema. */
  public Map<String, Object> build() {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", "object");
    if (!properties.isEmpty()) {
      schema.put("properties", new LinkedHashMap<>(properties));
    }
    if (!required.isEmpty()) {
      schema.put("required", List.copyOf(required));
    }
    return schema;
  }
}
