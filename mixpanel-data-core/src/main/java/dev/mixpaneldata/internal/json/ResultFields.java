package dev.mixpaneldata.internal.json;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The components of result records, read once per class. */
public final class ResultFields {
  private static final ClassValue<List<Field>> FIELDS =
      new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> !component.isAnnotationPresent(Hidden.class))
              .filter(component -> !component.isAnnotationPresent(Remaining.class))
              .map(ResultFields::field)
              .toList();
        }
      };

  private static final ClassValue<Optional<Field>> REMAINING =
      new ClassValue<>() {
        @Override
        protected Optional<Field> computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .filter(component -> component.isAnnotationPresent(Remaining.class))
              .map(ResultFields::field)
              .findFirst();
        }
      };

  private ResultFields() {}

  /** A component under its name in JSON. */
  public record Field(String name, Class<?> type, Method accessor) {
    /** Returns its value in this record. */
    public @Nullable Object of(Record result) {
      try {
        return accessor.invoke(result);
      } catch (IllegalAccessException | InvocationTargetException e) {
        throw new IllegalStateException("Cannot read " + accessor, e);
      }
    }
  }

  /** Returns the visible components of a record class, in order. */
  public static List<Field> of(Class<?> type) {
    return FIELDS.get(type);
  }

  /** Returns the fields that Mixpanel sent and for which a record has no component. */
  public static Map<?, ?> remaining(Record result) {
    return REMAINING
        .get(result.getClass())
        .map(field -> field.of(result) instanceof Map<?, ?> map ? map : Map.of())
        .orElse(Map.of());
  }

  /**
   * Converts {@code rowCount} to {@code row_count}, {@code cohortAFilter} to {@code
   * cohort_a_filter}.
   */
  public static String snakeCase(String camelCase) {
    return camelCase
        .replaceAll("(?<=[a-z0-9])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])", "_")
        .toLowerCase(Locale.ROOT);
  }

  /** Returns distinct names: a second {@code a} becomes {@code a_2}. */
  public static List<String> distinct(List<String> names) {
    Set<String> taken = new HashSet<>(names);
    Set<String> seen = new HashSet<>();
    List<String> distinct = new ArrayList<>();
    for (String name : names) {
      String free = name;
      for (int i = 2; !seen.add(free); i++) {
        free = name + "_" + i;
        if (taken.contains(free)) {
          free = name;
        }
      }
      distinct.add(free);
    }
    return List.copyOf(distinct);
  }

  private static Field field(RecordComponent component) {
    Method accessor = component.getAccessor();
    // A nested record of a package-private class is still a result.
    accessor.setAccessible(true);
    return new Field(snakeCase(component.getName()), component.getType(), accessor);
  }
}
