package dev.mixpaneldata.internal.app;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Remaining;
import dev.mixpaneldata.internal.json.ResultFields;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads what Mixpanel keeps into records. A component takes the field of its name, in snake_case or
 * as it is written in Java. A number may come as text and a flag as 0 or 1. A field without a
 * component, or of a type that its component cannot hold, goes to the component marked {@link
 * Remaining}, so that nothing is lost.
 */
public final class EntityReader {
  private EntityReader() {}

  /** Returns the record; empty if a component that is not optional has no value. */
  public static <T extends Record> Optional<T> read(Class<T> type, JsonNode node) {
    if (!node.isObject()) {
      return Optional.empty();
    }
    Map<String, JsonNode> rest = LenientReader.fields(node);
    RecordComponent[] components = type.getRecordComponents();
    @Nullable Object[] values = new @Nullable Object[components.length];
    for (int i = 0; i < components.length; i++) {
      if (components[i].isAnnotationPresent(Remaining.class)) {
        continue;
      }
      values[i] = take(components[i], rest);
      if (values[i] == null) {
        return Optional.empty();
      }
    }
    for (int i = 0; i < components.length; i++) {
      if (components[i].isAnnotationPresent(Remaining.class)) {
        values[i] = remaining(rest);
      }
    }
    return Optional.of(construct(type, components, values));
  }

  /** Returns all fields of an object; none of anything else. */
  public static Map<String, Json> fields(JsonNode node) {
    return remaining(LenientReader.fields(node));
  }

  private static Map<String, Json> remaining(Map<String, JsonNode> rest) {
    Map<String, Json> remaining = new LinkedHashMap<>();
    rest.forEach((name, value) -> remaining.put(name, new Json(value.toString())));
    return java.util.Collections.unmodifiableMap(remaining);
  }

  /** Returns the value of a component, and takes its field from the rest; null if it lacks one. */
  private static @Nullable Object take(RecordComponent component, Map<String, JsonNode> rest) {
    String snakeCase = ResultFields.snakeCase(component.getName());
    String name = rest.containsKey(snakeCase) ? snakeCase : component.getName();
    JsonNode node = rest.get(name);
    Type type = component.getGenericType();
    Type inner = type instanceof ParameterizedType p ? p.getActualTypeArguments()[0] : type;
    if (component.getType() == Optional.class) {
      if (node == null || node.isNull()) {
        rest.remove(name);
        return Optional.empty();
      }
      Object value = convert(inner, node);
      if (value != null) {
        rest.remove(name);
      }
      return Optional.ofNullable(value);
    }
    Object value = node == null || node.isNull() ? null : convert(type, node);
    if (value != null || (node != null && node.isNull())) {
      rest.remove(name);
    }
    return value == null ? absent(component.getType()) : value;
  }

  private static @Nullable Object absent(Class<?> type) {
    if (type == boolean.class) {
      return false;
    }
    return type == List.class ? List.of() : null;
  }

  /** Returns the value; null if the node is of another kind. */
  private static @Nullable Object convert(Type type, JsonNode node) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      return node.isArray() ? elements(list.getActualTypeArguments()[0], node) : null;
    }
    if (!(type instanceof Class<?> plain)) {
      return null;
    }
    if (plain == Json.class) {
      return new Json(node.toString());
    }
    if (plain.isRecord()) {
      return read(plain.asSubclass(Record.class), node).orElse(null);
    }
    if (plain == String.class) {
      return node.isTextual() || node.isNumber() ? node.asText() : null;
    }
    if (plain == boolean.class || plain == Boolean.class) {
      return flag(node);
    }
    if (plain == double.class || plain == Double.class) {
      return LenientReader.number(node).orElse(null);
    }
    return whole(node);
  }

  private static @Nullable Boolean flag(JsonNode node) {
    boolean readable =
        node.isBoolean()
            || LenientReader.text(node).filter(t -> t.matches("(?i)true|false|0|1")).isPresent();
    return readable ? LenientReader.flag(node) : null;
  }

  /** Returns a whole number; null for a fraction, which must not be rounded away. */
  private static @Nullable Long whole(JsonNode node) {
    boolean exact = node.isIntegralNumber() && node.canConvertToLong();
    return exact || node.isTextual() && node.textValue().matches("-?[0-9]{1,18}")
        ? LenientReader.wholeNumber(node).orElse(null)
        : null;
  }

  private static @Nullable List<Object> elements(Type type, JsonNode node) {
    List<Object> elements = new ArrayList<>();
    for (JsonNode element : node) {
      Object value = convert(type, element);
      if (value == null) {
        return null;
      }
      elements.add(value);
    }
    return List.copyOf(elements);
  }

  private static <T> T construct(
      Class<T> type, RecordComponent[] components, @Nullable Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<T> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(type + " refuses what Mixpanel answered", e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
