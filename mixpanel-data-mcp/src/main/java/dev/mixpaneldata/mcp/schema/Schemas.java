package dev.mixpaneldata.mcp.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** JSON schemas, as small as they can be: every byte is read by a model before each question. */
public final class Schemas {
  private Schemas() {}

  /** Returns a builder of the schema of an object. */
  public static ObjectSchema object() {
    return new ObjectSchema();
  }

  /** Returns the schema of a text. */
  public static Map<String, Object> text(String description) {
    return typed("string", description);
  }

  /** Returns the schema of a day, such as {@code 2026-01-31}. */
  public static Map<String, Object> day(String description) {
    Map<String, Object> schema = typed("string", description);
    schema.put("format", "date");
    return schema;
  }

  /** Returns the schema of a whole number. */
  public static Map<String, Object> integer(String description) {
    return typed("integer", description);
  }

  /** Returns the schema of a number. */
  public static Map<String, Object> number(String description) {
    return typed("number", description);
  }

  /** Returns the schema of a boolean. */
  public static Map<String, Object> flag(String description) {
    return typed("boolean", description);
  }

  /** Returns the schema of one of these texts. */
  public static Map<String, Object> choice(String description, List<String> choices) {
    Map<String, Object> schema = typed("string", description);
    schema.put("enum", List.copyOf(choices));
    return schema;
  }

  /** Returns the schema of a list of such elements. */
  public static Map<String, Object> listOf(Map<String, Object> element, String description) {
    Map<String, Object> schema = typed("array", description);
    schema.put("items", element);
    return schema;
  }

  /** Returns the schema of a list of texts. */
  public static Map<String, Object> texts(String description) {
    return listOf(type("string"), description);
  }

  /** Returns the schema of any JSON. */
  public static Map<String, Object> anything(String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    return schema;
  }

  /** Returns a bare type without a description. */
  public static Map<String, Object> type(String type) {
    return typed(type, "");
  }

  /** Returns the schema with the value that counts if none is given. */
  public static Map<String, Object> withDefault(Map<String, Object> schema, Object value) {
    Map<String, Object> copy = new LinkedHashMap<>(schema);
    copy.put("default", value);
    return copy;
  }

  private static Map<String, Object> typed(String type, String description) {
    Map<String, Object> schema = new LinkedHashMap<>();
    schema.put("type", type);
    if (!description.isEmpty()) {
      schema.put("description", description);
    }
    return schema;
  }
}
