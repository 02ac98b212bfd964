package dev.mixpaneldata.internal.binding;

import dev.mixpaneldata.credentials.Secret;
import dev.mixpaneldata.operation.ParameterType;
import dev.mixpaneldata.value.Json;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The Java type of a record's component, without its Optional: an element type, or a list of it.
 */
record ValueType(Class<?> element, boolean list) {
  private static final Map<Class<?>, ParameterType.Kind> KINDS =
      Map.ofEntries(
          Map.entry(String.class, ParameterType.Kind.TEXT),
          Map.entry(Secret.class, ParameterType.Kind.TEXT),
          Map.entry(Path.class, ParameterType.Kind.FILE),
          Map.entry(int.class, ParameterType.Kind.INTEGER),
          Map.entry(Integer.class, ParameterType.Kind.INTEGER),
          Map.entry(long.class, ParameterType.Kind.INTEGER),
          Map.entry(Long.class, ParameterType.Kind.INTEGER),
          Map.entry(double.class, ParameterType.Kind.NUMBER),
          Map.entry(Double.class, ParameterType.Kind.NUMBER),
          Map.entry(boolean.class, ParameterType.Kind.BOOLEAN),
          Map.entry(Boolean.class, ParameterType.Kind.BOOLEAN),
          Map.entry(LocalDate.class, ParameterType.Kind.DATE),
          Map.entry(Duration.class, ParameterType.Kind.DURATION),
          Map.entry(Json.class, ParameterType.Kind.JSON));

  /** Converts {@code REPLACE_DAYS} to {@code replace_days}. */
  static String choice(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  static Optional<Type> insideOptional(Type type) {
    return type instanceof ParameterizedType p && p.getRawType() == Optional.class
        ? Optional.of(p.getActualTypeArguments()[0])
        : Optional.empty();
  }

  static Optional<ValueType> of(Type type) {
    if (type instanceof ParameterizedType p && p.getRawType() == List.class) {
      return of(p.getActualTypeArguments()[0]).map(e -> new ValueType(e.element(), true));
    }
    return type instanceof Class<?> c && (c.isEnum() || c.isRecord() || KINDS.containsKey(c))
        ? Optional.of(new ValueType(c, false))
        : Optional.empty();
  }

  /** Returns whether it is a record of parameters, given as a JSON object or as one text. */
  boolean isObject() {
    return element.isRecord() && !KINDS.containsKey(element);
  }

  /** Returns the method that reads such a record from one text, if it has one. */
  Optional<Method> textReader() {
    return Arrays.stream(element.getMethods())
        .filter(method -> method.getName().equals("parse"))
        .filter(method -> Modifier.isStatic(method.getModifiers()))
        .filter(method -> method.getReturnType() == element)
        .filter(method -> Arrays.equals(method.getParameterTypes(), new Class<?>[] {String.class}))
        .findFirst();
  }

  ParameterType described() {
    return new ParameterType(kind(), list, choices());
  }

  private ParameterType.Kind kind() {
    if (isObject()) {
      return ParameterType.Kind.JSON;
    }
    return KINDS.getOrDefault(element, ParameterType.Kind.CHOICE);
  }

  private List<String> choices() {
    return element.isEnum()
        ? Arrays.stream(element.getEnumConstants()).map(c -> choice((Enum<?>) c)).toList()
        : List.of();
  }
}
