package dev.mixpaneldata.ui;

import dev.mixpaneldata.report.DatedRequest;
import dev.mixpaneldata.value.DateRange;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.Parameter;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Records of parameters as the Java code that makes them. */
final class JavaRecord {
  private JavaRecord() {}

  /** Returns code that makes a record; empty if a value of it cannot be written. */
  static Optional<String> of(Record request) {
    return Arrays.stream(request.getClass().getMethods())
        .filter(m -> Modifier.isStatic(m.getModifiers()) && m.getName().equals("of"))
        .filter(m -> m.getReturnType() == request.getClass() && !m.isVarArgs())
        .sorted(Comparator.comparing(Method::getParameterCount).reversed())
        .flatMap(factory -> made(factory, request).stream())
        .findFirst()
        .or(() -> constructed(request));
  }

  private static Optional<String> made(Method factory, Record request) {
    List<Object> values = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (Parameter parameter : factory.getParameters()) {
      Object value = component(request, parameter.getName());
      if (value instanceof Optional<?> optional && parameter.getType() != Optional.class) {
        value = optional.orElse(null);
      }
      Optional<String> text = value(value);
      if (value == null || text.isEmpty()) {
        return Optional.empty();
      }
      values.add(value);
      texts.add(text.get());
    }
    try {
      Record base = (Record) factory.invoke(null, values.toArray());
      String call =
          request.getClass().getSimpleName()
              + "."
              + factory.getName()
              + "("
              + String.join(", ", texts)
              + ")";
      boolean changes =
          Arrays.stream(base.getClass().getMethods()).anyMatch(m -> m.getName().equals("with"));
      return changes || base.equals(request) ? changed(call, base, request) : Optional.empty();
    } catch (ReflectiveOperationException | IllegalArgumentException unfit) {
      return Optional.empty();
    }
  }

  /** Returns code that changes one record, which {@code made} makes, into another. */
  static Optional<String> changed(String made, Record base, Record wanted) {
    StringBuilder setters = new StringBuilder();
    for (RecordComponent component : wanted.getClass().getRecordComponents()) {
      Object before = component(base, component.getName());
      Object after = component(wanted, component.getName());
      if (Objects.equals(before, after)) {
        continue;
      }
      Object inner = after instanceof Optional<?> optional ? optional.orElse(null) : after;
      Optional<String> text = value(inner);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      setters.append('.').append(component.getName()).append('(').append(text.get()).append(')');
    }
    return Optional.of(
        setters.isEmpty() ? made : made + "\n          .with(r -> r" + setters + ")");
  }

  private static @Nullable Object component(Record record, String name) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      if (component.getName().equals(name)) {
        return read(component, record);
      }
    }
    // Some components are given by a part of them, such as the days of a report by their range.
    boolean dated = record instanceof DatedRequest request && request.days().last().isEmpty();
    return dated && name.equals("range") ? ((DatedRequest) record).range() : null;
  }

  private static @Nullable Object read(RecordComponent component, Record record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Optional<String> value(@Nullable Object value) {
    if (value instanceof String text) {
      return Optional.of(literal(text));
    }
    if (value instanceof Long number) {
      return Optional.of(number + "L");
    }
    if (value instanceof Integer || value instanceof Boolean || value instanceof Double) {
      return Optional.of(value.toString());
    }
    if (value instanceof Enum<?> constant) {
      return Optional.of(name(constant.getDeclaringClass()) + "." + constant.name());
    }
    if (value instanceof Duration duration) {
      return Optional.of("Duration.parse(" + literal(duration.toString()) + ")");
    }
    if (value instanceof LocalDate day) {
      return Optional.of("LocalDate.parse(" + literal(day.toString()) + ")");
    }
    if (value instanceof DateRange days) {
      return Optional.of(
          "DateRange.of("
              + literal(days.from().toString())
              + ", "
              + literal(days.to().toString())
              + ")");
    }
    if (value instanceof Optional<?> optional) {
      return optional.isEmpty()
          ? Optional.of("Optional.empty()")
          : value(optional.get()).map(text -> "Optional.of(" + text + ")");
    }
    if (value instanceof List<?> list) {
      return joined(list).map(text -> "List.of(" + text + ")");
    }
    if (value instanceof Record record && Modifier.isPublic(record.getClass().getModifiers())) {
      return of(record);
    }
    return Optional.empty();
  }

  private static Optional<String> constructed(Record record) {
    List<@Nullable Object> parts =
        Arrays.stream(record.getClass().getRecordComponents())
            .<@Nullable Object>map(c -> read(c, record))
            .collect(Collectors.toCollection(ArrayList::new));
    return joined(parts).map(text -> "new " + name(record.getClass()) + "(" + text + ")");
  }

  private static Optional<String> joined(List<?> values) {
    List<String> texts = new ArrayList<>();
    for (Object value : values) {
      Optional<String> text = value(value);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(String.join(", ", texts));
  }

  private static String name(Class<?> type) {
    Class<?> outer = type.getEnclosingClass();
    return (outer == null ? "" : name(outer) + ".") + type.getSimpleName();
  }

  /** Returns a text as a literal of Java. */
  static String literal(String text) {
    StringBuilder literal = new StringBuilder("\"");
    text.chars()
        .forEach(
            c -> {
              switch (c) {
                case '"' -> literal.append("\\\"");
                case '\\' -> literal.append("\\\\");
                case '\n' -> literal.append("\\n");
                case '\r' -> literal.append("\\r");
                case '\t' -> literal.append("\\t");
                default -> {
                  if (c < ' ') {
                    literal.append(String.format("\\u%04x", c));
                  } else {
                    literal.append((char) c);
                  }
                }
              }
            });
    return literal.append('"').toString();
  }
}
