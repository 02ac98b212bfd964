package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Finds mistakes in how a definition sorts its charts. */
final class SortingCheck {
  private static final List<String> ORDERS = List.of("asc", "desc");
  private static final List<String> COLUMNS =
      List.of("column", "value", "label", "liftComparisonValue");
  private static final List<String> WITHIN = List.of("value", "label", "liftComparisonValue");
  private static final List<String> FIELDS =
      List.of("sortBy", "sortOrder", "valueField", "viewNLimit", "colSortAttrs", "segmentIndex");

  private SortingCheck() {}

  static void check(JsonNode sorting) {
    DefinitionCheck.require(
        sorting.isObject(), "sorting", "is not an object", "Give an object for each chart.");
    for (Map.Entry<String, JsonNode> chart : sorting.properties()) {
      chart(chart.getValue(), "sorting." + chart.getKey());
    }
  }

  private static void chart(JsonNode chart, String place) {
    DefinitionCheck.require(
        chart.isObject(),
        place,
        "is not an object",
        "Give {\"sortBy\": …, \"colSortAttrs\": […]}.");
    fields(chart, place);
    DefinitionCheck.choice(chart.path("sortBy"), COLUMNS, place + ".sortBy");
    DefinitionCheck.choice(chart.path("sortOrder"), ORDERS, place + ".sortOrder");
    JsonNode columns = chart.path("colSortAttrs");
    boolean ofColumns = chart.path("sortBy").asText().equals("column");
    DefinitionCheck.require(
        columns.isArray() || columns.isMissingNode() && !ofColumns && chart.has("sortOrder"),
        place + ".colSortAttrs",
        "is not a list",
        "Give a list, or sort by value or label with a sortOrder.");
    for (int i = 0; i < columns.size(); i++) {
      JsonNode column = columns.get(i);
      String there = place + ".colSortAttrs[" + i + "]";
      fields(column, there);
      DefinitionCheck.choice(column.path("sortBy"), WITHIN, there + ".sortBy");
      DefinitionCheck.require(
          column.has("sortOrder"), there + ".sortOrder", "is missing", "Choose asc or desc.");
      DefinitionCheck.choice(column.path("sortOrder"), ORDERS, there + ".sortOrder");
    }
  }

  private static void fields(JsonNode object, String place) {
    List<String> unknown = new ArrayList<>();
    object.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(FIELDS);
    DefinitionCheck.require(
        unknown.isEmpty(),
        place + "." + String.join(", ", unknown),
        "is unknown",
        "Known are " + String.join(", ", FIELDS) + ".");
  }
}
