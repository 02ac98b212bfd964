package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;

/** The filters of definitions as conditions of the expression language. */
final class DefinitionFilters {
  private DefinitionFilters() {}

  /** Returns the condition of filters of which all must hold, or any. */
  static Optional<String> condition(JsonNode filters, boolean any) throws Refusal {
    List<String> conditions = new ArrayList<>();
    for (JsonNode filter : filters) {
      StrictKeys.check(filter, StrictKeys.FILTER, "filter");
      if (DefinitionCohorts.isCohort(filter)) {
        continue;
      }
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
    String p = accessor(filter);
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
      case "was in the" ->
          "%1$s >= datetime(NOW - %2$d) and %1$s < datetime(NOW)".formatted(day, seconds(filter));
      case "was not in the" ->
          "%1$s < datetime(NOW - %2$d) or %1$s >= datetime(NOW)".formatted(day, seconds(filter));
      case "was in the next" ->
          "%1$s >= datetime(NOW) and %1$s < datetime(NOW + %2$d)".formatted(day, seconds(filter));
      case "was before" -> day + " < datetime(" + value + ")";
      case "was since" -> day + " >= datetime(" + value + ")";
      case "was on" -> days(day, value, value, true);
      case "was not on" -> days(day, value, value, false);
      case "was between" -> days(day, value.get(0), value.get(1), true);
      case "was not between" -> days(day, value.get(0), value.get(1), false);
      default -> throw Refusal.badRequest("Invalid filterOperator: " + operator);
    };
  }

  /** Returns the property of a filter, a breakdown or a measurement as an expression. */
  static String accessor(JsonNode named) throws Refusal {
    JsonNode custom = named.path("customProperty");
    if (custom.isMissingNode()) {
      if (named.has("customPropertyId")) {
        throw Refusal.badRequest("Custom property not found: " + named.path("customPropertyId"));
      }
      String name = named.path("value").asText(named.path("propertyName").asText());
      return property(
          named.path("resourceType").asText(), name.isEmpty() ? named.path("name").asText() : name);
    }
    StrictKeys.check(custom, StrictKeys.CUSTOM_PROPERTY, "customProperty");
    String formula = custom.path("displayFormula").asText().toLowerCase(Locale.ROOT);
    for (Map.Entry<String, JsonNode> input : custom.path("composedProperties").properties()) {
      JsonNode property = input.getValue();
      String source = property.path("resourceType").asText().equals("user") ? "people" : "events";
      formula =
          formula.replaceAll(
              "\\b" + input.getKey().toLowerCase(Locale.ROOT) + "\\b(?!\\(|\")",
              Matcher.quoteReplacement(property(source, property.path("value").asText())));
    }
    return "(" + formula + ")";
  }

  private static long seconds(JsonNode filter) throws Refusal {
    long unit =
        switch (filter.path("filterDateUnit").asText()) {
          case "hour" -> 3600;
          case "day" -> 86_400;
          default -> throw Refusal.badRequest("FakeMixpanel knows times of hours and days");
        };
    return unit * filter.path("filterValue").asLong();
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
