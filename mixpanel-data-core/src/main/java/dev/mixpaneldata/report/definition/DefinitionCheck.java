package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.NameSuggestions;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Finds mistakes in definitions that people write, before a query is spent on them. It refuses what
 * Mixpanel's own package refuses, and leaves to the server what neither names.
 */
final class DefinitionCheck {
  private static final List<String> NUMBERS =
      List.of("total", "unique", "average", "median", "min", "max", "p25", "p75", "p90", "p99");

  private static final List<String> EVENT_MATH =
      with(
          NUMBERS,
          "dau",
          "wau",
          "mau",
          "cumulative_unique",
          "sessions",
          "custom_percentile",
          "histogram",
          "unique_values",
          "most_frequent",
          "first_value",
          "multi_attribution",
          "numeric_summary");

  private static final List<String> FUNNEL_MATH =
      with(
          NUMBERS,
          "conversion_rate",
          "conversion_rate_unique",
          "conversion_rate_total",
          "conversion_rate_session",
          "histogram");

  private static final List<String> RETENTION_MATH =
      List.of("retention_rate", "unique", "total", "average");

  private static final Map<String, List<String>> MATH =
      Map.of(
          "event", EVENT_MATH,
          "simple", EVENT_MATH,
          "custom-event", EVENT_MATH,
          "cohort", EVENT_MATH,
          "funnel", FUNNEL_MATH,
          "retention", RETENTION_MATH);

  private static final List<String> UNITS =
      List.of(
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "month",
          "quarter",
          "year",
          "session",
          "hour_of_day",
          "day_of_week");

  private static final List<String> FLOW_CHARTS =
      List.of("sankey", "top-paths", "tree", "flows", "paths", "funnel-top-paths");

  private DefinitionCheck() {}

  private static List<String> with(List<String> some, String... more) {
    return Stream.concat(some.stream(), Arrays.stream(more)).toList();
  }

  /**
   * Checks a definition.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} with the place of the mistake
   */
  static void check(JsonNode params) {
    if (params.path("steps").isArray()) {
      flow(params);
      return;
    }
    JsonNode sections = params.path("sections");
    require(sections.isObject(), "sections", "is missing", "Give the sections of a report.");
    JsonNode show = sections.path("show");
    require(
        show.isArray() && !show.isEmpty(),
        "sections.show",
        "is missing or empty",
        "Give at least one metric.");
    for (int i = 0; i < show.size(); i++) {
      clause(show.get(i), "sections.show[" + i + "]");
    }
    for (int i = 0; i < sections.path("time").size(); i++) {
      String place = "sections.time[" + i + "].unit";
      choice(sections.path("time").get(i).path("unit"), UNITS, place);
    }
    filters(sections.path("filter"), "sections.filter");
    for (int i = 0; i < sections.path("group").size(); i++) {
      JsonNode group = sections.path("group").get(i);
      String place = "sections.group[" + i + "]";
      JsonNode cohorts = group.path("cohorts");
      require(
          cohorts.isMissingNode() || !cohorts.isEmpty(),
          place + ".cohorts",
          "is empty",
          "Give at least one cohort.");
      positive(group.path("customPropertyId"), place + ".customPropertyId");
    }
    if (params.has("sorting")) {
      SortingCheck.check(params.path("sorting"));
    }
  }

  private static void clause(JsonNode clause, String place) {
    if (clause.has("formula") && !clause.has("behavior")
        || clause.path("type").asText().equals("formula")
        || clause.has("id")) {
      return;
    }
    JsonNode behavior = clause.path("behavior");
    require(
        behavior.isObject(),
        place + ".behavior",
        "is missing",
        "Give what is measured: an event, a funnel, a retention or a cohort.");
    String type = behavior.path("type").asText("event");
    choice(
        behavior.path("type"), MATH.keySet().stream().sorted().toList(), place + ".behavior.type");
    choice(
        clause.path("measurement").path("math"),
        MATH.getOrDefault(type, EVENT_MATH),
        place + ".measurement.math");
    if (type.equals("cohort")) {
      positive(behavior.path("id"), place + ".behavior.id");
      choice(behavior.path("resourceType"), List.of("cohorts"), place + ".behavior.resourceType");
    }
    filters(behavior.path("filters"), place + ".behavior.filters");
    for (int i = 0; i < behavior.path("behaviors").size(); i++) {
      filters(
          behavior.path("behaviors").get(i).path("filters"),
          place + ".behavior.behaviors[" + i + "].filters");
    }
  }

  private static void filters(JsonNode filters, String where) {
    for (int i = 0; i < filters.size(); i++) {
      JsonNode filter = filters.get(i);
      String place = where + "[" + i + "]";
      positive(filter.path("customPropertyId"), place + ".customPropertyId");
      require(
          Stream.of("value", "propertyName", "customPropertyId", "customProperty", "behavior")
              .anyMatch(filter::hasNonNull),
          place,
          "names no property",
          "Give the name as value.");
      JsonNode value = filter.path("filterValue");
      require(
          finite(value) && (!value.isArray() || finiteAll(value)),
          place + ".filterValue",
          "is not finite",
          "Give a number.");
    }
  }

  private static boolean finiteAll(JsonNode list) {
    for (JsonNode element : list) {
      if (!finite(element)) {
        return false;
      }
    }
    return true;
  }

  /** Returns whether a value is no number, or one that a double can hold. */
  private static boolean finite(JsonNode value) {
    return !value.isNumber() || Double.isFinite(value.doubleValue());
  }

  private static void flow(JsonNode params) {
    require(!params.path("steps").isEmpty(), "steps", "is empty", "Give at least one event.");
    require(
        params.path("date_range").isObject(),
        "date_range",
        "is missing",
        "Give {\"type\": \"between\", \"from_date\": …, \"to_date\": …}.");
    choice(params.path("count_type"), List.of("unique", "total", "session"), "count_type");
    choice(params.path("chartType"), FLOW_CHARTS, "chartType");
  }

  /** Refuses a text that is none of some. */
  static void choice(JsonNode node, List<String> known, String place) {
    if (node.isMissingNode() || node.isNull() || known.contains(node.asText())) {
      return;
    }
    List<String> like = NameSuggestions.of(node.asText(), known);
    throw MixpanelDataException.invalidArgument(
        place
            + " is '"
            + node.asText()
            + "'"
            + (like.isEmpty() ? "." : "; did you mean '" + like.get(0) + "'?"),
        "Choose one of " + String.join(", ", known) + ".");
  }

  private static void positive(JsonNode id, String place) {
    require(
        id.isMissingNode() || id.isNull() || id.asLong() > 0,
        place,
        "is " + id.asText().toLowerCase(Locale.ROOT),
        "Ids are positive.");
  }

  static void require(boolean right, String place, String wrong, String hint) {
    if (!right) {
      throw MixpanelDataException.invalidArgument(place + " " + wrong + ".", hint);
    }
  }
}
