package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The filters of one event of a flow, which are written in an older form than others. */
final class SegmentFilters {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("MM/dd/uuuu", Locale.ROOT);

  private SegmentFilters() {}

  /** Returns the condition of all filters of an event. */
  static Optional<String> condition(JsonNode step) throws Refusal {
    ArrayNode filters = JsonNodeFactory.instance.arrayNode();
    for (JsonNode entry : step.path("property_filter_params_list")) {
      StrictKeys.check(
          entry,
          Set.of("property", "type", "selected_property_type", "filter"),
          "property_filter_params_list");
      filters.add(filter(entry));
    }
    return DefinitionFilters.condition(filters, step.path("bool_op").asText().equals("or"));
  }

  private static ObjectNode filter(JsonNode entry) throws Refusal {
    String type = entry.path("type").asText();
    JsonNode property = entry.path("property");
    JsonNode operand = entry.path("filter").path("operand");
    String sign = entry.path("filter").path("operator").asText();
    ObjectNode filter = JsonNodeFactory.instance.objectNode();
    filter.put(
        "resourceType", property.path("source").asText().equals("user") ? "people" : "events");
    filter.set("value", property.path("name"));
    filter.put("filterType", type);
    if (type.equals("boolean")) {
      return filter.put("filterOperator", operand.asText());
    }
    if (type.equals("number")) {
      filter.put("filterOperator", numbers(sign));
      return filter.set("filterValue", numbers(sign, operand));
    }
    if (type.equals("datetime")) {
      filter.put("filterOperator", sign.equals("==") ? "was on" : "was not on");
      return filter.put("filterValue", LocalDate.parse(operand.asText(), DAY).toString());
    }
    filter.put(
        "filterOperator",
        switch (sign) {
          case "==" -> "equals";
          case "!=" -> "does not equal";
          case "in" -> "contains";
          case "not in" -> "does not contain";
          case "set" -> "is set";
          case "not set" -> "is not set";
          default -> throw Refusal.badRequest("Invalid operator of a text: " + sign);
        });
    return filter.set("filterValue", sign.endsWith("set") ? NullNode.instance : operand);
  }

  private static String numbers(String sign) throws Refusal {
    return switch (sign) {
      case "==" -> "equals";
      case "!=" -> "does not equal";
      case ">" -> "is greater than";
      case "<" -> "is less than";
      case ">=" -> "is at least";
      case "<=" -> "is at most";
      case "><" -> "is between";
      case "!><" -> "not between";
      default -> throw Refusal.badRequest("Invalid operator of a number: " + sign);
    };
  }

  private static JsonNode numbers(String sign, JsonNode operand) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    if (operand.isArray()) {
      operand.forEach(bound -> list.add(new BigDecimal(bound.asText())));
      return list;
    }
    list.add(new BigDecimal(operand.asText()));
    return sign.endsWith("=") && (sign.startsWith("=") || sign.startsWith("!"))
        ? list
        : list.get(0);
  }
}
