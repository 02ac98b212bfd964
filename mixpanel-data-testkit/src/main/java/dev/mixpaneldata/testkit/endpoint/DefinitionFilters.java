package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The filters of definitions as conditions of the expression language. */
final class DefinitionFilters {
  private DefinitionFilters() {}

  /** Returns the condition of filters of which all must hold, or any. */
  static Optional<String> condition(JsonNode filters, boolean any) throws Refusal {
    List<String> conditions = new ArrayList<>();
    for (JsonNode filter : filters) {
      StrictKeys.check(filter, StrictKeys.FILTER, "filter");
      conditions.add("(" + condition(filter) + ")");
    }
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(any ? " or " : " and ", conditions));
  }

  /** Returns the accessor of a property. */
  static String property(String resource, String name) {
    String source = resource.equals("people") ? "user" : "properties";
    String quoted = name.replace("\\", "\\\\").replace("\"", "\\\"");
    return source + "[\"" + quoted + "\"]";
  }

  private static String condition(JsonNode filter) throws Refusal {
    String name = filter.path("value").asText(filter.path("propertyName").asText());
    String p = property(filter.path("resourceType").asText(), name);
    JsonNode value = filter.path("filterValue");
    String day = "datetime(" + p + ")";
    String operator = filter.path("filterOperator").asText();
    return switch (operator) {
      case "equals" -> p + " in " + values(value);
      case "does not equal" -> "not " + p + " in " + values(value);
      case "contains" -> text(value) + " in " + p;
      case "does not contain" -> "not " + text(value) + " in " + p;
      case "starts with" -> "has_prefix(" + p + ", " + text(value) + ")";
      case "ends with" -> "has_suffix(" + p + ", " + text(value) + ")";
      case "is set" -> "defined(" + p + ")";
      case "is not set" -> "not defined(" + p + ")";
      case "is greater than" -> p + " > " + value.decimalValue().toPlainString();
      case "is less than" -> p + " < " + value.decimalValue().toPlainString();
      case "is at least" -> p + " >= " + value.decimalValue().toPlainString();
      case "is at most" -> p + " <= " + value.decimalValue().toPlainString();
      case "is between" -> p + " >= " + value.get(0) + " and " + p + " <= " + value.get(1);
      case "not between" -> p + " < " + value.get(0) + " or " + p + " > " + value.get(1);
      case "true" -> p + " == true";
      case "false" -> p + " == false";
      case "was before" -> day + " < datetime(" + value + ")";
      case "was since" -> day + " >= datetime(" + value + ")";
      case "was on" -> days(day, value, value, true);
      case "was not on" -> days(day, value, value, false);
      case "was between" -> days(day, value.get(0), value.get(1), true);
      case "was not between" -> days(day, value.get(0), value.get(1), false);
      default -> throw Refusal.badRequest("Invalid filterOperator: " + operator);
    };
  }

  private static String days(String property, JsonNode first, JsonNode last, boolean inside) {
    String end = LocalDate.parse(last.asText()).plusDays(1).toString();
    return inside
        ? "%1$s >= datetime(%2$s) and %1$s < datetime(\"%3$s\")".formatted(property, first, end)
        : "%1$s < datetime(%2$s) or %1$s >= datetime(\"%3$s\")".formatted(property, first, end);
  }

  private static String values(JsonNode list) {
    List<String> values = new ArrayList<>();
    list.forEach(
        value -> values.add(value.isNumber() ? value.decimalValue().toPlainString() : text(value)));
    return "[" + String.join(", ", values) + "]";
  }

  /** Returns a text as the expression language writes it, whose only escapes are these two. */
  private static String text(JsonNode value) {
    String text = value instanceof TextNode node ? node.textValue() : value.asText();
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }
}
