package dev.mixpaneldata.storage.expression;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of a value whose type may differ from row to row. It has one side for each type that it
 * can have, which is NULL in rows where the value is of another type. A row in which all sides are
 * NULL is undefined. Sides are made when they are asked for, so that what nobody reads costs
 * nothing.
 */
public final class TypedSql {
  private final Map<Kind, Supplier<String>> sides = new EnumMap<>(Kind.class);
  private @Nullable Supplier<String> passing;
  private @Nullable Supplier<String> unbounded;
  private @Nullable Supplier<String> present;
  private @Nullable List<TypedSql> elements;
  private @Nullable Object constant;

  TypedSql() {}

  static TypedSql of(Kind kind, String sql) {
    return new TypedSql().with(kind, () -> sql);
  }

  TypedSql with(Kind kind, Supplier<String> sql) {
    sides.put(kind, sql);
    return this;
  }

  /**
   * Sets the truth and a cheaper form of it, which is true in the same rows and otherwise false or
   * NULL.
   */
  TypedSql withTruth(Supplier<String> exact, Supplier<String> cheap) {
    sides.put(Kind.TRUTH, exact);
    passing = cheap;
    return this;
  }

  /** Sets a number that may be infinite or NaN in the rows in which it is undefined. */
  TypedSql withNumber(Supplier<String> sql) {
    unbounded = sql;
    sides.put(
        Kind.NUMBER,
        () -> {
          String number = sql.get();
          return "CASE WHEN isfinite(" + number + ") THEN " + number + " END";
        });
    return this;
  }

  /** Sets a cheaper test that the value is not undefined. */
  TypedSql withPresence(Supplier<String> sql) {
    present = sql;
    return this;
  }

  /**
   * Marks the value as a constant, which is never undefined: a String, a Double, or something else.
   */
  TypedSql withConstant(Object value) {
    constant = value;
    return this;
  }

  /** Returns the value of a constant; empty for others. */
  Optional<Object> constant() {
    return Optional.ofNullable(constant);
  }

  /** Returns this value, undefined in rows where it is of another type. */
  TypedSql only(Set<Kind> kinds) {
    TypedSql part = new TypedSql();
    sides.forEach(
        (kind, sql) -> {
          if (kinds.contains(kind)) {
            part.sides.put(kind, sql);
          }
        });
    return part;
  }

  /** Sets the elements of a list that is written out. */
  TypedSql withElements(List<TypedSql> values) {
    elements = values;
    return this;
  }

  boolean has(Kind kind) {
    return sides.containsKey(kind);
  }

  boolean hasAny(Kind... kinds) {
    return Arrays.stream(kinds).anyMatch(this::has);
  }

  /** Returns one side; NULL, or FALSE for null, if the value is never of this type. */
  String sql(Kind kind) {
    Supplier<String> side = sides.get(kind);
    return side == null ? kind.absent() : side.get();
  }

  /**
   * Returns the number, or infinity or NaN in rows where it is undefined: enough for further
   * arithmetic.
   */
  String arithmetic() {
    return unbounded == null ? sql(Kind.NUMBER) : unbounded.get();
  }

  /** Returns SQL that is true if the value is the boolean true, otherwise false or NULL. */
  String passes() {
    if (passing != null) {
      return passing.get();
    }
    return has(Kind.TRUTH) ? sql(Kind.TRUTH) : "FALSE";
  }

  Optional<List<TypedSql>> elements() {
    return Optional.ofNullable(elements);
  }

  /** Returns SQL that tests whether the value is of one of these types; never NULL. */
  String isAnyOf(Set<Kind> kinds) {
    List<String> tests = new ArrayList<>();
    for (Kind kind : kinds) {
      if (has(kind)) {
        tests.add(kind == Kind.NULL ? sql(kind) : "(" + sql(kind) + ") IS NOT NULL");
      }
    }
    return tests.isEmpty() ? "FALSE" : tests.stream().collect(Collectors.joining(" OR ", "(", ")"));
  }

  /** Returns SQL that tests whether the value is not undefined; never NULL. */
  String isPresent() {
    return present != null ? present.get() : isAnyOf(sides.keySet());
  }

  Set<Kind> kinds() {
    return sides.keySet();
  }
}
