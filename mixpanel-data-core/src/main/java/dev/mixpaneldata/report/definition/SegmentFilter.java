package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * A filter of one event of a flow, in the older form that flows keep: operators are signs, numbers
 * are texts, and days are written month first.
 */
final class SegmentFilter {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private SegmentFilter() {}

  /**
   * Returns the filter that says the same.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if flows cannot say it
   */
  static ObjectNode of(ObjectNode clause) {
    if (!clause.path("value").isTextual()) {
      throw Inexpressible.of(
          "The filters of Mixpanel's flows name no custom properties.", "Name properties");
    }
    String type = clause.path("filterType").asText();
    ObjectNode entry = Clauses.object();
    entry
        .putObject("property")
        .put("name", clause.path("value").asText())
        .put(
            "source", clause.path("resourceType").asText().equals("people") ? "user" : "properties")
        .put("type", type);
    entry.put("type", type).put("selected_property_type", type);
    entry.set("filter", condition(clause, type));
    return entry;
  }

  private static ObjectNode condition(ObjectNode clause, String type) {
    String operator = clause.path("filterOperator").asText();
    JsonNode value = clause.path("filterValue");
    if (type.equals("boolean")) {
      return Clauses.object().put("operand", operator);
    }
    ObjectNode condition = Clauses.object().put("operator", sign(type, operator));
    return condition.set("operand", operand(type, operator, value));
  }

  private static String sign(String type, String operator) {
    return switch (operator) {
      case "equals", "was on" -> "==";
      case "does not equal", "was not on" -> "!=";
      case "contains" -> "in";
      case "does not contain" -> "not in";
      case "is set" -> "set";
      case "is not set" -> "not set";
      case "is greater than" -> ">";
      case "is less than" -> "<";
      case "is at least" -> ">=";
      case "is at most" -> "<=";
      case "is between" -> "><";
      case "not between" -> "!><";
      // How flows read "before" and "in the last" is not known, and the signs may mean the
      // contrary.
      default ->
          throw Inexpressible.of(
              "The filter of one event of a flow cannot say '" + operator + "' of a " + type + ".",
              "Filter all events of the flow, or compare with equality");
    };
  }

  private static JsonNode operand(String type, String operator, JsonNode value) {
    return switch (type) {
      case "datetime" -> TextNode.valueOf(LocalDate.parse(value.asText()).format(DAY));
      case "number" -> numbers(operator, value);
      default -> value.isNull() ? TextNode.valueOf("") : value;
    };
  }

  private static JsonNode numbers(String operator, JsonNode value) {
    if (!value.isArray()) {
      return TextNode.valueOf(value.asText());
    }
    if (operator.endsWith("between")) {
      ArrayNode bounds = JsonNodeFactory.instance.arrayNode();
      value.forEach(bound -> bounds.add(bound.asText()));
      return bounds;
    }
    if (value.size() > 1) {
      throw Inexpressible.of(
          "The filter of one event of a flow compares a property with one number.", "Give one");
    }
    return TextNode.valueOf(value.path(0).asText());
  }
}
