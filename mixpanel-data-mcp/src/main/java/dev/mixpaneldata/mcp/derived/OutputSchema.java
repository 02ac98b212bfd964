package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The schema of an operation's answer, as {@link dev.mixpaneldata.internal.json.ResultJson} writes
 * it. Structured answers are objects, so a list is the property {@code result} of one.
 *
 * <p>Nothing is required: clients check errors, which have a form of their own, against the same
 * schema, and it halves what a model reads before each question.
 */
final class OutputSchema {
  /** What a list is called in a structured answer. */
  static final String RESULT = "result";

  private OutputSchema() {}

  static Optional<Map<String, Object>> of(ResultType<?> type) {
    return of(type, Set.of());
  }

  /** The same without what the answer repeats of the arguments. */
  static Optional<Map<String, Object>> of(ResultType<?> type, Set<String> arguments) {
    if (type.element() == SqlResult.class) {
      return Optional.of(wrapped(Schemas.listOf(Schemas.type("object"), "")));
    }
    Map<String, Object> element = plain(type.element());
    if (type.list()) {
      return Optional.of(wrapped(Schemas.listOf(element, "")));
    }
    return type.element().isRecord()
        ? Optional.of(record(type.element(), arguments))
        : Optional.empty();
  }

  private static Map<String, Object> wrapped(Map<String, Object> list) {
    return Schemas.object().optional(RESULT, list).build();
  }

  private static Map<String, Object> record(Class<?> type, Set<String> arguments) {
    ObjectSchema schema = Schemas.object();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = ResultFields.snakeCase(component.getName());
      boolean shown =
          !component.isAnnotationPresent(Hidden.class)
              && !component.isAnnotationPresent(Remaining.class);
      if (shown && !arguments.contains(name)) {
        schema.optional(name, component(component));
      }
    }
    return schema.build();
  }

  private static Map<String, Object> component(RecordComponent component) {
    Type declared = component.getGenericType();
    if (declared instanceof ParameterizedType p && p.getRawType() == Optional.class) {
      return nullable(plain(raw(p.getActualTypeArguments()[0])));
    }
    Map<String, Object> schema = plain(raw(declared));
    boolean absent = component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    return absent ? nullable(schema) : schema;
  }

  private static Class<?> raw(Type type) {
    if (type instanceof Class<?> c) {
      return c;
    }
    return type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : Object.class;
  }

  /** One level is enough: an assistant sees the rest in the answer. */
  private static Map<String, Object> plain(Class<?> type) {
    if (type == Json.class || type == Object.class) {
      return Schemas.anything("");
    }
    if (type == boolean.class || type == Boolean.class) {
      return Schemas.type("boolean");
    }
    if (type == double.class || type == Double.class || type == float.class) {
      // NaN and the infinities are null in JSON.
      return nullable(Schemas.type("number"));
    }
    if (List.of(int.class, long.class, Integer.class, Long.class).contains(type)) {
      return Schemas.type("integer");
    }
    if (type == OptionalInt.class || type == OptionalLong.class) {
      return nullable(Schemas.type("integer"));
    }
    if (Number.class.isAssignableFrom(type)) {
      return Schemas.type("number");
    }
    if (Collection.class.isAssignableFrom(type) || type == SqlResult.class) {
      return Schemas.type("array");
    }
    return Schemas.type(Map.class.isAssignableFrom(type) || type.isRecord() ? "object" : "string");
  }

  private static Map<String, Object> nullable(Map<String, Object> schema) {
    Object type = schema.get("type");
    if (!(type instanceof String one)) {
      return schema;
    }
    Map<String, Object> either = new LinkedHashMap<>(schema);
    either.put("type", List.of(one, "null"));
    return either;
  }
}
