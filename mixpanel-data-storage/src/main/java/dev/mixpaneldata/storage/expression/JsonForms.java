package dev.mixpaneldata.storage.expression;

import dev.mixpaneldata.expression.StringCase;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Compiles values inside JSON lists. */
final class JsonForms {
  private JsonForms() {}

  /** Returns a value as an element of a JSON list; undefined becomes null. */
  static String json(TypedSql term, Casts casts) {
    List<String> forms = new ArrayList<>();
    if (term.has(Kind.TEXT)) {
      forms.add("to_json(" + term.sql(Kind.TEXT) + ")");
    }
    if (term.has(Kind.NUMBER)) {
      forms.add("to_json(" + term.sql(Kind.NUMBER) + ")");
    }
    if (term.has(Kind.TRUTH)) {
      forms.add("to_json(" + term.sql(Kind.TRUTH) + ")");
    }
    if (term.has(Kind.TIME)) {
      forms.add("to_json(" + casts.timeText(term.sql(Kind.TIME)) + ")");
    }
    if (term.has(Kind.LIST)) {
      forms.add("(" + term.sql(Kind.LIST) + ")::JSON");
    }
    if (term.has(Kind.OBJECT)) {
      forms.add("(" + term.sql(Kind.OBJECT) + ")::JSON");
    }
    forms.add("'null'::JSON");
    return Casts.coalesce(forms);
  }

  /**
   * Returns a value as JSON text with numbers in their shortest form, so that equal values are
   * equal.
   */
  static String value(TypedSql term, Casts casts) {
    List<String> forms = new ArrayList<>();
    if (term.has(Kind.TEXT)) {
      forms.add("to_json(" + term.sql(Kind.TEXT) + ")::VARCHAR");
    }
    if (term.has(Kind.NUMBER)) {
      forms.add(Casts.numberText(term.sql(Kind.NUMBER)));
    }
    if (term.has(Kind.TRUTH)) {
      forms.add(Casts.truthText(term.sql(Kind.TRUTH)));
    }
    if (term.has(Kind.TIME)) {
      forms.add("to_json(" + casts.timeText(term.sql(Kind.TIME)) + ")::VARCHAR");
    }
    if (term.has(Kind.LIST)) {
      forms.add(term.sql(Kind.LIST));
    }
    if (term.has(Kind.OBJECT)) {
      forms.add(term.sql(Kind.OBJECT));
    }
    return forms.isEmpty() ? Kind.TEXT.absent() : Casts.coalesce(forms);
  }

  /** Returns a list of terms as JSON. */
  static String list(List<TypedSql> elements, Casts casts) {
    return elements.stream()
        .map(element -> json(element, casts))
        .collect(Collectors.joining(", ", "json_array(", ")::VARCHAR"));
  }

  /** Returns the elements of a JSON list as SQL texts of JSON; null is NULL. */
  static String elements(String list) {
    return "CAST((" + list + ")::JSON AS JSON[])";
  }

  /**
   * Returns a list in a form that is equal for equal lists: numbers as doubles. Lists and objects
   * in lists are compared as texts.
   */
  static String canonical(String list, StringCase stringCase) {
    String text = "e::VARCHAR";
    String cased = stringCase == StringCase.IGNORED ? "lower(" + text + ")" : text;
    return "list_transform("
        + elements(list)
        + ", lambda e: CASE WHEN "
        + JsonTerms.isNumber(text)
        + " THEN TRY_CAST("
        + text
        + " AS DOUBLE)::VARCHAR ELSE "
        + cased
        + " END)";
  }

  /** Returns the names of the segments that the elements of a list make, each once. */
  static String keys(String list) {
    String text = "e::VARCHAR";
    return "list_distinct(list_transform("
        + elements(list)
        + ", lambda e: CASE WHEN e IS NULL THEN 'null' WHEN "
        + text
        + " < '#' THEN json_extract_string(e, '$') WHEN "
        + JsonTerms.isNumber(text)
        + " THEN "
        + Casts.numberText("TRY_CAST(" + text + " AS DOUBLE)")
        + " ELSE "
        + text
        + " END))";
  }
}
