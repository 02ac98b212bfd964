package dev.mixpaneldata.report.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Report;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.wire.Vectors;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What Mixpanel's Python package finds wrong before a call is refused here too, under the names
 * that arguments have here; what it accepts is accepted, as far as requests can say it. The rules
 * for queries of profiles are in {@link RefusalVectorsTest}.
 */
class ValidationVectorsTest {
  private static final String FILE = "build-validation.jsonl";

  /** Why a case does not apply, by the package's code of its first error. */
  private static final Map<String, String> DOES_NOT_APPLY =
      Map.of(
          "B13_INVALID_DATE_RANGE_TYPE", "the package only warns",
          "B15_INVALID_FILTER_OPERATOR", "the package only warns",
          "FLB6_INVALID_VERSION", "saved reports of Mixpanel's web application have version 1",
          "R12_EMPTY_GROUP_BY", "an empty argument counts as not given",
          "R2_EMPTY_RETURN_EVENT", "an empty argument counts as not given",
          "V12B_BUCKET_REQUIRES_NUMBER", "ranges are of numbers, and a type is not a parameter",
          "V21_INVALID_EVENT_TYPE", "a number is read as the name that it spells");

  /** Parameters of the package that requests here do not have. */
  private static final Set<String> UNSAID =
      Set.of("data_group_id", "reentry_mode", "math_property", "time_comparison", "unit");

  /** The part of a message that names the mistake, by the beginning of the package's code. */
  private static final Map<String, String> NAMED = named();

  private static Map<String, String> named() {
    Map<String, String> named = new LinkedHashMap<>();
    named.put("DG1", "data_group_id");
    named.put("F10", "counting");
    named.put("F11", "math_property");
    named.put("F12", "reentry_mode");
    named.put("F1_MIN", "steps");
    named.put("F1_MAX", "101 are given");
    named.put("F2", "name");
    named.put("F3_CONVERSION_WINDOW_TYPE", "length");
    named.put("F3", "window is|length_unit");
    named.put("F7_SECOND", "2 seconds");
    named.put("F7", "length_unit");
    named.put("F9", "counting");
    named.put("FL1_EMPTY", "event");
    named.put("FL2", "name");
    named.put("FL3", "forward");
    named.put("FL4", "reverse");
    named.put("FL5", "forward and reverse are 0");
    named.put("FL6", "branches");
    named.put("FL7", "window is");
    named.put("FL9", "count_type");
    named.put("FL_INVALID_COUNT", "count_type");
    named.put("FL_INVALID_MODE", "view");
    named.put("FL_TIME", "time_comparison");
    named.put("CB3", "at once");
    named.put("R10", "mode");
    named.put("R11", "unit");
    named.put("R1_", "begins with");
    named.put("R2_", "comes back for");
    named.put("R5_BUCKET_SIZES_INTEGER", "brackets");
    named.put("R5", "brackets");
    named.put("R6", "brackets");
    named.put("R7", "unit");
    named.put("R8", "alignment");
    named.put("R9", "math");
    named.put("V0", "metrics");
    named.put("V11", "bucket_size");
    named.put("V15", "2024-02-01");
    named.put("V16", "formula");
    named.put("V1_", "needs a property");
    named.put("V20", "5000");
    named.put("V23", "400");
    named.put("V2_", "no property");
    named.put("V3", "per_user");
    named.put("V7", "last");
    named.put("V8", "from_date");
    named.put("V9", "from_date");
    named.put("B12", "time.0..unit");
    named.put("B18_", "sections.filter");
    named.put("B18B", "customPropertyId");
    named.put("B1_", "sections");
    named.put("B20B", "filterValue");
    named.put("B22", "behavior.id");
    named.put("B23", "resourceType");
    named.put("B26", "cohorts");
    named.put("B3", "show");
    named.put("B4", "show");
    named.put("B6", "behavior");
    named.put("B9", "measurement.math");
    named.put("S", "sorting");
    named.put("FLB3", "count_type");
    named.put("FLB4", "chartType");
    named.put("FLB5", "date_range");
    return named;
  }

  static Stream<Vectors.Case> wrong() {
    return Vectors.read(FILE, c -> isOfReport(c) && !code(c).isEmpty())
        .filter(c -> !DOES_NOT_APPLY.containsKey(code(c)));
  }

  static Stream<Vectors.Case> right() {
    return Vectors.read(FILE, c -> isOfReport(c) && code(c).isEmpty());
  }

  private static boolean isOfReport(Vectors.Case c) {
    return !c.content().path("call").asText().contains("user");
  }

  private static String code(Vectors.Case c) {
    return c.content().path("output").path(0).path("code").asText();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void mistakesAreRefusedBeforeTheCall(Vectors.Case wrong) {
    String code = code(wrong);
    List<String> parts = new ArrayList<>();
    wrong.content().path("output").forEach(e -> parts.add(named(e.path("code").asText())));
    assertThatThrownBy(() -> make(wrong.content()))
        .as(code + " " + wrong.content().path("input"))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isIn(ErrorCode.INVALID_ARGUMENT, ErrorCode.CANNOT_ANSWER);
              assertThat(e.getMessage() + e.nextSteps()).containsPattern(String.join("|", parts));
            });
  }

  private static String named(String code) {
    return NAMED.entrySet().stream()
        .filter(entry -> code.startsWith(entry.getKey()))
        .max(Comparator.comparingInt(entry -> entry.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseThrow(() -> new AssertionError(code + " is not listed"));
  }

  @ParameterizedTest
  @MethodSource("right")
  void whatIsRightIsAccepted(Vectors.Case right) {
    try {
      make(right.content());
    } catch (MixpanelDataException e) {
      JsonNode input = right.content().path("input");
      boolean said =
          UNSAID.stream().noneMatch(input::hasNonNull)
              && !input.path("conversion_window_unit").asText().matches("month|session")
              && input.path("math").asText("total").matches("total|retention_rate|.*unique")
              && !input.path("count_type").asText().equals("session");
      assertThat(said).as(right.content() + ": " + e.getMessage()).isFalse();
    }
  }

  private static void make(JsonNode content) {
    JsonNode input = content.path("input");
    switch (content.path("call").asText()) {
      case "validation.validate_funnel_args" ->
          Definitions.of(Report.FUNNEL, Binder.bind(FunnelRequest.class, funnel(input)));
      case "validation.validate_retention_args" ->
          Definitions.of(Report.RETENTION, Binder.bind(RetentionRequest.class, retention(input)));
      case "validation.validate_flow_args" ->
          Definitions.of(Report.EVENT_PATHS, Binder.bind(FlowRequest.class, flow(input)));
      case "validation.validate_time_args" -> Binder.bind(ReportDays.class, days(input));
      case "validation.validate_group_by_args" -> Binder.bind(InsightsRequest.class, groups(input));
      case "validation.validate_query_args" ->
          Definitions.of(Report.INSIGHTS, Binder.bind(InsightsRequest.class, insights(input)));
      default -> Definition.checked(new Json(json(input.path("params"))), 3000);
    }
  }

  /** Returns JSON with the numbers that JSON lacks as Python writes them. */
  private static String json(JsonNode params) {
    return params
        .toString()
        .replaceAll("\\{\"\\$type\":\"float\",\"value\":\"-?(Infinity|NaN)\"}", "1e999");
  }

  private static Map<String, Object> days(JsonNode input) {
    Map<String, Object> arguments = new HashMap<>();
    text(arguments, "from_date", input.path("from_date"));
    text(arguments, "to_date", input.path("to_date"));
    if (arguments.isEmpty()) {
      text(arguments, "last", input.path("last"));
    }
    return arguments;
  }

  private static void text(Map<String, Object> arguments, String name, JsonNode value) {
    if (!value.isMissingNode() && !value.isNull()) {
      arguments.put(name, value.asText());
    }
  }

  /** Passes on what requests here do not have, under its own name. */
  private static void unsaid(Map<String, Object> arguments, JsonNode input, String... names) {
    for (String name : names) {
      text(arguments, name, input.path(name));
    }
  }

  private static Map<String, Object> funnel(JsonNode input) {
    Map<String, Object> arguments = days(input);
    List<Object> steps = new ArrayList<>();
    input.path("steps").forEach(step -> steps.add(event(step)));
    arguments.put("steps", steps);
    text(arguments, "length", input.path("conversion_window"));
    text(arguments, "length_unit", input.path("conversion_window_unit"));
    String math = input.path("math").asText("conversion_rate_unique");
    arguments.put(
        "counting",
        Map.of(
                "conversion_rate_unique",
                "unique",
                "conversion_rate_total",
                "total",
                "total",
                "total")
            .getOrDefault(math, math));
    unsaid(arguments, input, "math_property", "reentry_mode", "data_group_id");
    on(arguments, input.path("group_by"));
    List<Object> exclusions = new ArrayList<>();
    for (JsonNode exclusion : input.path("exclusions")) {
      Map<String, Object> one = new HashMap<>(Map.of("event", exclusion.path("event").asText()));
      one.put("from_step", exclusion.path("from_step").asInt() + 1);
      if (exclusion.hasNonNull("to_step")) {
        one.put("to_step", exclusion.path("to_step").asInt() + 1);
      }
      exclusions.add(one);
    }
    arguments.put("exclusions", exclusions);
    List<Object> held = new ArrayList<>();
    JsonNode holding = input.path("holding_constant");
    holding.forEach(p -> held.add(p.path("property").asText(p.asText())));
    arguments.put("hold_constant", held);
    return arguments;
  }

  private static Object event(JsonNode step) {
    return Map.of("event", step.path("event").asText(step.asText()));
  }

  private static Map<String, Object> retention(JsonNode input) {
    Map<String, Object> arguments = days(input);
    if (arguments.isEmpty()) {
      arguments.put("last", "30");
    }
    arguments.put("born_event", event(input.path("born_event"), input));
    arguments.put("return_event", event(input.path("return_event"), input));
    text(arguments, "unit", input.path("retention_unit"));
    String alignment = input.path("alignment").asText("birth");
    arguments.put(
        "alignment",
        Map.of("birth", "rolling", "interval_start", "calendar")
            .getOrDefault(alignment, alignment));
    if (!input.path("bucket_sizes").isEmpty()) {
      List<Object> brackets = new ArrayList<>();
      input.path("bucket_sizes").forEach(size -> brackets.add(size.asText()));
      arguments.put("brackets", brackets);
    }
    if (!input.path("math").asText("retention_rate").equals("retention_rate")) {
      unsaid(arguments, input, "math");
    }
    if (!input.path("mode").asText("curve").equals("curve")) {
      unsaid(arguments, input, "mode");
    }
    if (!input.path("unit").asText("day").equals("day")) {
      arguments.put("unit", input.path("unit").asText());
    }
    unsaid(arguments, input, "data_group_id");
    on(arguments, input.path("group_by"));
    return arguments;
  }

  private static String event(JsonNode event, JsonNode input) {
    return event.path("event").asText(event.asText());
  }

  private static void on(Map<String, Object> arguments, JsonNode groups) {
    List<String> on = new ArrayList<>();
    for (JsonNode group : groups.isArray() ? groups : List.of(groups)) {
      if (group.isTextual()) {
        on.add(group.asText());
      } else if (group.path("$type").asText().equals("CohortBreakdown")) {
        on.add("{\"cohort_id\": " + group.path("cohort").asText() + "}");
      } else if (group.isObject()) {
        on.add(
            "%s by %s from %s to %s"
                .formatted(
                    group.path("property").asText(),
                    group.path("bucket_size").asText(),
                    group.path("bucket_min").asText(),
                    group.path("bucket_max").asText()));
      }
    }
    if (!on.isEmpty()) {
      arguments.put("on", String.join(", ", on));
    }
  }

  private static Map<String, Object> flow(JsonNode input) {
    Map<String, Object> arguments = days(input);
    List<Object> events = new ArrayList<>();
    input.path("steps").forEach(step -> events.add(event(step)));
    arguments.put("event", events);
    text(arguments, "forward", input.path("forward"));
    text(arguments, "reverse", input.path("reverse"));
    text(arguments, "branches", input.path("cardinality"));
    String mode = input.path("mode").asText("sankey");
    arguments.put("view", mode.equals("sankey") ? "graph" : mode);
    int week = input.path("conversion_window_unit").asText("day").equals("week") ? 7 : 1;
    arguments.put("window_days", input.path("conversion_window").asInt(7) * week);
    if (!input.path("count_type").asText("unique").equals("unique")) {
      unsaid(arguments, input, "count_type");
    }
    unsaid(arguments, input, "data_group_id", "time_comparison");
    return arguments;
  }

  private static Map<String, Object> groups(JsonNode input) {
    Map<String, Object> arguments = new HashMap<>(Map.of("metrics", "A"));
    by(arguments, input.path("group_by"));
    return arguments;
  }

  private static void by(Map<String, Object> arguments, JsonNode groups) {
    List<Object> by = new ArrayList<>();
    for (JsonNode group : groups.isArray() ? groups : List.of(groups)) {
      if (group.isTextual()) {
        by.add(group.asText());
      } else if (group.isObject()) {
        Map<String, Object> one = new HashMap<>();
        one.put("property", group.path("property").asText());
        text(one, "bucket_size", group.path("bucket_size"));
        text(one, "min", group.path("bucket_min"));
        text(one, "max", group.path("bucket_max"));
        by.add(one);
      }
    }
    arguments.put("by", by);
  }

  private static Map<String, Object> insights(JsonNode input) {
    Map<String, Object> arguments = days(input);
    List<Object> metrics = new ArrayList<>();
    input.path("events").forEach(event -> metrics.add(Map.of("events", List.of(event.asText()))));
    arguments.put("metrics", metrics);
    text(arguments, "measure", input.path("math"));
    text(arguments, "property", input.path("math_property"));
    text(arguments, "per_user", input.path("per_user"));
    text(arguments, "rolling", input.path("rolling"));
    List<Object> formulas = new ArrayList<>();
    for (JsonNode formula : input.path("formulas")) {
      formulas.add(formula.path("expression").asText());
    }
    arguments.put("formulas", formulas);
    unsaid(arguments, input, "data_group_id");
    by(arguments, input.path("group_by"));
    return arguments;
  }

  @ParameterizedTest
  @MethodSource("saved")
  void definitionsThatMixpanelSavedAreAccepted(Vectors.Case saved) {
    JsonNode params = saved.answer().path("results").path("params");
    if (params.isObject()) {
      Definition.checked(new Json(params.toString()), 3000);
    }
  }

  static Stream<Vectors.Case> saved() {
    return Vectors.read(
        "recorded.jsonl",
        c ->
            c.content().path("call").asText().toLowerCase(Locale.ROOT).contains("bookmark")
                && Objects.nonNull(c.answer()));
  }
}
