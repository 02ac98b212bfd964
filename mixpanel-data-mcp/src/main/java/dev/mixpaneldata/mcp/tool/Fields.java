package dev.mixpaneldata.mcp.tool;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Schemas of answers put together by hand, in few words: {@code Fields.of("status string", "rows
 * integer?", "findings array")}. A question mark means that the value may be null, and {@code any}
 * that it may have any type.
 */
public final class Fields {
  private Fields() {}

  /** Returns the schema of an object with these properties, none of them required. */
  public static ObjectSchema of(String... fields) {
    ObjectSchema schema = Schemas.object();
    for (String field : fields) {
      String[] words = field.split(" ", 2);
      schema.optional(words[0], type(words[1]));
    }
    return schema;
  }

  private static Map<String, Object> type(String type) {
    if (type.equals("any")) {
      return Schemas.anything("");
    }
    if (!type.endsWith("?")) {
      return Schemas.type(type);
    }
    Map<String, Object> either = new LinkedHashMap<>();
    either.put("type", List.of(type.substring(0, type.length() - 1), "null"));
    return either;
  }
}
