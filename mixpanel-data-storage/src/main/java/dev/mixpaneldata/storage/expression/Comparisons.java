package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.StringCase;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Compiles the operators that compare. */
final class Comparisons {
  private static final Set<Kind> ORDERED = EnumSet.of(Kind.NUMBER, Kind.TEXT, Kind.TIME);
  private static final Set<Kind> SCALARS =
      EnumSet.of(Kind.TEXT, Kind.NUMBER, Kind.TRUTH, Kind.TIME, Kind.NULL);

  private final ExpressionOptions options;
  private final Casts casts;

  Comparisons(ExpressionOptions options, Casts casts) {
    this.options = options;
    this.casts = casts;
  }

  TypedSql equal(TypedSql left, TypedSql right) {
    return certain(() -> anyEqual(left, right));
  }

  TypedSql notEqual(TypedSql left, TypedSql right) {
    return TypedSql.of(Kind.TRUTH, "NOT coalesce(" + anyEqual(left, right) + ", FALSE)");
  }

  /** Returns a boolean that is never undefined. */
  private static TypedSql certain(java.util.function.Supplier<String> holds) {
    return new TypedSql().withTruth(() -> "coalesce(" + holds.get() + ", FALSE)", holds);
  }

  /** Returns SQL that is true if both are of one type and equal, otherwise false or NULL. */
  private String anyEqual(TypedSql left, TypedSql right) {
    List<String> tests = new ArrayList<>();
    for (Kind kind : Kind.values()) {
      if (left.has(kind) && right.has(kind)) {
        tests.add(equalAs(kind, left.sql(kind), right.sql(kind)));
      }
    }
    if (mayBeUndefined(left) && mayBeUndefined(right)) {
      tests.add("(NOT " + left.isPresent() + " AND NOT " + right.isPresent() + ")");
    }
    return anyOf(tests);
  }

  private static boolean mayBeUndefined(TypedSql term) {
    return term.constant().isEmpty();
  }

  private String equalAs(Kind kind, String left, String right) {
    return switch (kind) {
      case TEXT ->
          "(" + cased(left, options.equality()) + ") = (" + cased(right, options.equality()) + ")";
      case LIST ->
          JsonForms.canonical(left, options.equality())
              + " = "
              + JsonForms.canonical(right, options.equality());
      case NUMBER, TRUTH, TIME, OBJECT -> "(" + left + ") = (" + right + ")";
      case NULL -> "(" + left + " AND " + right + ")";
    };
  }

  TypedSql order(TypedSql left, TypedSql right, String operator) {
    List<String> tests = new ArrayList<>();
    for (Kind kind : ORDERED) {
      if (left.has(kind) && right.has(kind)) {
        tests.add("(" + left.sql(kind) + ") " + operator + " (" + right.sql(kind) + ")");
      }
    }
    if (options.readDatetimes()) {
      if (left.has(Kind.TIME) && right.has(Kind.TEXT)) {
        String read = casts.readTime(right);
        tests.add("(" + left.sql(Kind.TIME) + ") " + operator + " (" + read + ")");
      }
      if (left.has(Kind.TEXT) && right.has(Kind.TIME)) {
        String read = casts.readTime(left);
        tests.add("(" + read + ") " + operator + " (" + right.sql(Kind.TIME) + ")");
      }
    }
    return tests.isEmpty()
        ? new TypedSql()
        : new TypedSql().withTruth(() -> Casts.coalesce(tests), () -> anyOf(tests));
  }

  /** Tests for a text in a text, or for a value that is not a collection in a list. */
  TypedSql in(TypedSql left, TypedSql right) {
    List<String> exact = new ArrayList<>();
    List<String> cheap = new ArrayList<>();
    if (left.has(Kind.TEXT) && right.has(Kind.TEXT)) {
      String within =
          "contains("
              + cased(right.sql(Kind.TEXT), options.equality())
              + ", "
              + cased(left.sql(Kind.TEXT), options.equality())
              + ")";
      exact.add(within);
      cheap.add(within);
    }
    if (right.has(Kind.LIST)) {
      String among =
          right
              .elements()
              .map(elements -> amongTerms(left, elements))
              .orElse(amongJson(left, right));
      String listed =
          right.elements().isPresent() ? "TRUE" : "(" + right.sql(Kind.LIST) + ") IS NOT NULL";
      exact.add(
          "CASE WHEN "
              + left.isAnyOf(SCALARS)
              + " AND "
              + listed
              + " THEN coalesce("
              + among
              + ", FALSE) END");
      cheap.add("(" + among + ")");
    }
    return exact.isEmpty()
        ? new TypedSql()
        : new TypedSql().withTruth(() -> Casts.coalesce(exact), () -> anyOf(cheap));
  }

  private String amongTerms(TypedSql left, List<TypedSql> elements) {
    TypedSql scalar = left.only(SCALARS);
    List<String> tests = new ArrayList<>();
    List<String> texts = new ArrayList<>();
    for (TypedSql element : elements) {
      if (element.constant().filter(String.class::isInstance).isPresent()) {
        texts.add(element.sql(Kind.TEXT));
      } else {
        for (Kind kind : SCALARS) {
          if (scalar.has(kind) && element.has(kind)) {
            tests.add(equalAs(kind, scalar.sql(kind), element.sql(kind)));
          }
        }
      }
    }
    if (!texts.isEmpty() && scalar.has(Kind.TEXT)) {
      List<String> cased = texts.stream().map(t -> cased(t, options.equality())).toList();
      tests.add(
          "("
              + cased(scalar.sql(Kind.TEXT), options.equality())
              + ") IN ("
              + String.join(", ", cased)
              + ")");
    }
    return anyOf(tests);
  }

  private String amongJson(TypedSql left, TypedSql right) {
    String list = right.sql(Kind.LIST);
    String elements = JsonForms.elements(list);
    List<String> tests = new ArrayList<>();
    if (left.has(Kind.TEXT)) {
      String json = "to_json(" + left.sql(Kind.TEXT) + ")::VARCHAR";
      boolean ignored = options.equality() == StringCase.IGNORED;
      tests.add(
          "list_contains(list_transform("
              + elements
              + ", lambda e: "
              + (ignored ? "lower(e::VARCHAR)" : "e::VARCHAR")
              + "), "
              + (ignored ? "lower(" + json + ")" : json)
              + ")");
    }
    if (left.has(Kind.NUMBER)) {
      tests.add(
          "list_contains(list_transform("
              + elements
              + ", lambda e: "
              + JsonTerms.number("e::VARCHAR")
              + "), "
              + left.sql(Kind.NUMBER)
              + ")");
    }
    if (left.has(Kind.TRUTH)) {
      tests.add(
          "list_contains(list_transform("
              + elements
              + ", lambda e: e::VARCHAR), "
              + Casts.truthText(left.sql(Kind.TRUTH))
              + ")");
    }
    if (left.has(Kind.NULL)) {
      tests.add(
          "("
              + left.sql(Kind.NULL)
              + " AND len(list_filter("
              + elements
              + ", lambda e: e IS NULL)) > 0)");
    }
    return anyOf(tests);
  }

  TypedSql affix(TypedSql left, TypedSql right, String function) {
    if (!left.has(Kind.TEXT) || !right.has(Kind.TEXT)) {
      return new TypedSql();
    }
    return TypedSql.of(
        Kind.TRUTH,
        function
            + "("
            + cased(left.sql(Kind.TEXT), options.affixes())
            + ", "
            + cased(right.sql(Kind.TEXT), options.affixes())
            + ")");
  }

  private static String cased(String text, StringCase stringCase) {
    return switch (stringCase) {
      case SENSITIVE -> text;
      case IGNORED -> "lower(" + text + ")";
    };
  }

  static String anyOf(List<String> tests) {
    return tests.isEmpty() ? "FALSE" : "(" + String.join(" OR ", tests) + ")";
  }
}
