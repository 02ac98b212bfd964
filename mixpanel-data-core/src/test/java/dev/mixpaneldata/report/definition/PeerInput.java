package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.CustomPropertyName;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.InsightsRequestBuilder;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The arguments of Mixpanel's Python package as our requests, as far as these can say them. */
final class PeerInput {
  static final DateRange DAYS = DateRange.of("2026-01-01", "2026-01-30");

  private static final ObjectMapper JSON = new ObjectMapper();

  private PeerInput() {}

  /** The reason why a request cannot say an input. */
  static final class Unsaid extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unsaid(String reason) {
      super(reason);
    }
  }

  static FunnelRequest funnel(JsonNode input) {
    only(
        input,
        "steps",
        "where",
        "conversion_window",
        "conversion_window_unit",
        "last",
        "mode",
        "exclusions",
        "group_by",
        "holding_constant",
        "reentry_mode");
    refuse(!input.path("mode").asText("steps").equals("steps"), "mode");
    refuse(!input.path("reentry_mode").asText("default").equals("default"), "reentry_mode");
    List<EventSelector> steps = new ArrayList<>();
    for (JsonNode step : input.path("steps")) {
      refuse(step.hasNonNull("label") || step.hasNonNull("order"), "a step's label or order");
      steps.add(step.isTextual() ? EventSelector.of(step.asText()) : selector(step));
    }
    List<Exclusion> exclusions = new ArrayList<>();
    for (JsonNode e : input.path("exclusions")) {
      exclusions.add(
          e.isTextual()
              ? Exclusion.of(e.asText())
              : Exclusion.of(e.path("event").asText())
                  .with(
                      x ->
                          x.fromStep(e.path("from_step").asInt() + 1)
                              .toStep(
                                  e.hasNonNull("to_step")
                                      ? Optional.of(e.path("to_step").asInt() + 1)
                                      : Optional.empty())));
    }
    JsonNode held = input.path("holding_constant");
    refuse(!held.isMissingNode() && !held.isTextual(), "a held property of profiles");
    WindowUnit unit =
        WindowUnit.valueOf(
            input.path("conversion_window_unit").asText("day").toUpperCase(Locale.ROOT));
    return FunnelRequest.of(DAYS, steps)
        .with(
            r ->
                r.days(days(input))
                    .window(new ConversionWindow(input.path("conversion_window").asInt(14), unit))
                    .exclusions(exclusions)
                    .holdConstant(held.isTextual() ? List.of(held.asText()) : List.of())
                    .on(on(input.path("group_by")))
                    .where(where(input.path("where"), false)));
  }

  /** Returns the days of an input: the last 30 unless given, as the package has them. */
  private static ReportDays days(JsonNode input) {
    if (input.hasNonNull("from_date")) {
      return ReportDays.of(
          DateRange.of(input.path("from_date").asText(), input.path("to_date").asText()));
    }
    return ReportDays.of(TimeSpan.parse(input.path("last").asText("30")));
  }

  static RetentionRequest retention(JsonNode input) {
    only(
        input, "born_event", "return_event", "group_by", "where", "mode", "unbounded_mode", "last");
    refuse(!input.path("mode").asText("curve").equals("curve"), "mode");
    EventSelector born = event(input.path("born_event"));
    EventSelector returned = event(input.path("return_event"));
    return RetentionRequest.of(born.event(), returned.event(), DAYS)
        .with(
            r ->
                r.unit(CalendarUnit.WEEK)
                    .days(days(input))
                    .where(where(input.path("where"), false))
                    .unboundedMode(
                        UnboundedMode.valueOf(
                            input.path("unbounded_mode").asText("none").toUpperCase(Locale.ROOT)))
                    .bornWhere(born.where())
                    .returnWhere(returned.where())
                    .on(on(input.path("group_by"))));
  }

  static FlowRequest flow(JsonNode input) {
    only(
        input,
        "event",
        "where",
        "mode",
        "forward",
        "reverse",
        "exclusions",
        "hidden_events",
        "last",
        "from_date",
        "to_date",
        "cardinality",
        "conversion_window");
    List<FlowAnchor> anchors = new ArrayList<>();
    JsonNode events = input.path("event");
    for (JsonNode event : events.isArray() ? events : JSON.createArrayNode().add(events)) {
      anchors.add(anchor(event));
    }
    FlowView view =
        switch (input.path("mode").asText("sankey")) {
          case "paths" -> FlowView.PATHS;
          case "tree" -> FlowView.TREE;
          default -> FlowView.GRAPH;
        };
    return FlowRequest.around(anchors, DAYS)
        .with(
            r ->
                r.days(days(input))
                    .forward(input.path("forward").asInt(3))
                    .reverse(input.path("reverse").asInt(0))
                    .branches(input.path("cardinality").asInt(3))
                    .windowDays(input.path("conversion_window").asInt(7))
                    .hidden(texts(input.path("hidden_events")))
                    .exclusions(texts(input.path("exclusions")))
                    .view(view)
                    .where(where(input.path("where"), false)));
  }

  private static FlowAnchor anchor(JsonNode event) {
    if (event.isTextual()) {
      return FlowAnchor.of(event.asText());
    }
    refuse(event.hasNonNull("label"), "a label");
    EventSelector selected = selector(event);
    return FlowAnchor.of(selected.event())
        .with(
            a ->
                a.where(selected.where())
                    .forward(number(event.path("forward")))
                    .reverse(number(event.path("reverse"))));
  }

  private static Optional<Integer> number(JsonNode node) {
    return node.isInt() ? Optional.of(node.asInt()) : Optional.empty();
  }

  private static List<String> texts(JsonNode list) {
    List<String> texts = new ArrayList<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }

  static InsightsRequest insights(JsonNode input) {
    only(
        input,
        "events",
        "where",
        "group_by",
        "math",
        "math_property",
        "last",
        "from_date",
        "to_date",
        "unit",
        "formula",
        "formula_label",
        "mode",
        "percentile_value",
        "per_user");
    List<Metric> metrics = new ArrayList<>();
    List<Formula> formulas = new ArrayList<>();
    JsonNode events = input.path("events");
    for (JsonNode event : events.isArray() ? events : JSON.createArrayNode().add(events)) {
      if (event.path("$type").asText().equals("Formula")) {
        formulas.add(new Formula(event.path("expression").asText(), text(event.path("label"))));
      } else {
        metrics.add(metric(event));
      }
    }
    if (input.has("formula")) {
      formulas.add(new Formula(input.path("formula").asText(), text(input.path("formula_label"))));
    }
    InsightsRequestBuilder request =
        InsightsRequest.of(metrics.toArray(Metric[]::new)).with().formulas(formulas);
    request.where(where(input.path("where"), false)).by(by(input.path("group_by")));
    if (input.has("math") && metrics.stream().anyMatch(Metric::measuresEvents)) {
      request.measure(measure(input.path("math").asText()));
      request.property(property(input.path("math_property")));
    }
    text(input.path("per_user")).ifPresent(p -> request.perUser(perUser(p)));
    if (input.hasNonNull("percentile_value")) {
      request.percentile(input.path("percentile_value").asDouble());
    }
    if (input.has("last")) {
      request.last(TimeSpan.parse(input.path("last").asText()));
    }
    if (input.hasNonNull("from_date")) {
      request.range(DateRange.of(input.path("from_date").asText(), input.path("to_date").asText()));
    }
    text(input.path("unit"))
        .ifPresent(unit -> request.unit(BucketUnit.valueOf(unit.toUpperCase(Locale.ROOT))));
    String mode = input.path("mode").asText("timeseries");
    refuse(mode.equals("table"), "mode");
    return request.total(mode.equals("total")).build();
  }

  private static Metric metric(JsonNode event) {
    if (event.isTextual()) {
      return Metric.of(EventSelector.of(event.asText()));
    }
    if (event.path("$type").asText().equals("CohortMetric")) {
      refuse(!event.path("cohort").isInt(), "a cohort that is not saved");
      return Metric.ofCohort(event.path("cohort").asLong(), event.path("name").asText());
    }
    refuse(!event.path("$type").asText().equals("Metric"), event.path("$type").asText());
    refuse(event.hasNonNull("segment_method"), "segment_method");
    EventSelector selected = selector(event);
    return Metric.of(selected)
        .with(
            m ->
                m.measure(measure(event.path("math").asText()))
                    .property(property(event.path("property")))
                    .perUser(text(event.path("per_user")).map(PeerInput::perUser))
                    .percentile(
                        event.hasNonNull("percentile_value")
                            ? Optional.of(event.path("percentile_value").asDouble())
                            : Optional.empty()));
  }

  private static Measure measure(String math) {
    return Measure.valueOf(math.toUpperCase(Locale.ROOT));
  }

  private static PerUser perUser(String word) {
    return PerUser.valueOf(word.toUpperCase(Locale.ROOT));
  }

  private static EventSelector event(JsonNode event) {
    return event.isTextual() ? EventSelector.of(event.asText()) : selector(event);
  }

  private static EventSelector selector(JsonNode step) {
    refuse(!step.path("event").isTextual(), "an event that is not a name");
    boolean any = step.path("filters_combinator").asText("all").equals("any");
    // The word is of no account where there is only one filter.
    refuse(any && step.path("filters").size() == 1, "any of one filter");
    return new EventSelector(step.path("event").asText(), where(step.path("filters"), any));
  }

  private static Optional<String> on(JsonNode group) {
    if (group.isMissingNode() || group.isNull()) {
      return Optional.empty();
    }
    return Optional.of(by(group).stream().map(PeerInput::text).collect(Collectors.joining(", ")));
  }

  /** Returns a breakdown as it is typed. */
  private static String text(Grouping by) {
    if (by.users().isPresent()) {
      return ResultJson.text(by);
    }
    return by.property().orElseThrow()
        + by.bucketSize()
            .map(
                size ->
                    " by %s from %s to %s"
                        .formatted(size, by.min().orElseThrow(), by.max().orElseThrow()))
            .orElse("");
  }

  private static List<Grouping> by(JsonNode groups) {
    List<Grouping> by = new ArrayList<>();
    if (groups.isMissingNode() || groups.isNull()) {
      return by;
    }
    for (JsonNode group : groups.isArray() ? groups : JSON.createArrayNode().add(groups)) {
      by.add(grouping(group));
    }
    return by;
  }

  private static Grouping grouping(JsonNode group) {
    if (group.isTextual()) {
      return Grouping.of(group.asText());
    }
    if (group.path("$type").asText().equals("CohortBreakdown")) {
      boolean others = group.path("include_negated").asBoolean(true);
      Grouping by =
          group.path("cohort").isInt()
              ? Grouping.ofCohort(group.path("cohort").asLong(), group.path("name").asText())
              : Grouping.ofUsers(users(criteria(group.path("cohort"))))
                  .with(g -> g.cohortName(group.path("name").asText()));
      return by.with(g -> g.others(others));
    }
    refuse(!group.path("$type").asText().equals("GroupBy"), group.path("$type").asText());
    refuse(group.hasNonNull("_list_item_mode"), "fields of a list of objects");
    JsonNode property = group.path("property");
    String type = group.path("property_type").asText();
    String name = property(property).orElseThrow();
    if (group.hasNonNull("bucket_size")) {
      refuse(!group.hasNonNull("bucket_min"), "ranges without ends");
      return Grouping.ofRanges(
          name,
          group.path("bucket_size").asDouble(),
          group.path("bucket_min").asDouble(),
          group.path("bucket_max").asDouble());
    }
    boolean computed = property.path("$type").asText().equals("InlineCustomProperty");
    CustomPropertyName.idOf(name);
    // A formula has the type of its value; of a custom property that is saved it is not known.
    refuse(!type.equals(computed ? "number" : "string"), "the type of a property");
    return Grouping.of(name);
  }

  private static Optional<String> where(JsonNode filters, boolean any) {
    if (filters.isMissingNode() || filters.isNull()) {
      return Optional.empty();
    }
    List<String> conditions = new ArrayList<>();
    for (JsonNode filter : filters.isArray() ? filters : JSON.createArrayNode().add(filters)) {
      if (!isCohort(filter)) {
        conditions.add(condition(filter));
      }
    }
    return conditions.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(any ? " or " : " and ", conditions));
  }

  /** Returns a filter of the package as an expression. */
  static String condition(JsonNode filter) {
    refuse(!filter.path("$type").asText().equals("Filter"), filter.path("$type").asText());
    refuse(filter.hasNonNull("_list_item_filters"), "fields of a list of objects");
    String type = filter.path("_property_type").asText();
    String p = accessor(filter);
    JsonNode value = filter.path("_value");
    String day = "datetime(" + p + ")";
    return switch (filter.path("_operator").asText()) {
      case "equals" -> value.size() == 1 ? p + " == " + value.get(0) : p + " in " + value;
      case "does not equal" ->
          value.size() == 1 ? p + " != " + value.get(0) : "not " + p + " in " + value;
      case "contains" -> value + " in " + p;
      case "does not contain" -> "not " + value + " in " + p;
      case "starts with" -> "has_prefix(" + p + ", " + value + ")";
      case "ends with" -> "has_suffix(" + p + ", " + value + ")";
      case "is set" -> untyped(type, "defined(" + p + ")");
      case "is not set" -> untyped(type, "not defined(" + p + ")");
      case "is greater than" -> p + " > " + value;
      case "is less than" -> p + " < " + value;
      case "is at least" -> p + " >= " + value;
      case "is at most" -> p + " <= " + value;
      case "is between" -> p + " >= " + value.get(0) + " and " + p + " <= " + value.get(1);
      case "not between" ->
          "(" + p + " < " + value.get(0) + " or " + p + " > " + value.get(1) + ")";
      case "true", "false" -> p + " == " + filter.path("_operator").asText();
      case "was in the", "was not in the", "was in the next" -> relative(filter, day);
      case "was before" -> day + " < datetime(" + value + ")";
      case "was since" -> day + " >= datetime(" + value + ")";
      case "was on" -> between(day, value.asText(), value.asText(), true);
      case "was not on" -> between(day, value.asText(), value.asText(), false);
      case "was between" -> between(day, value.get(0).asText(), value.get(1).asText(), true);
      case "was not between" -> between(day, value.get(0).asText(), value.get(1).asText(), false);
      default -> throw new Unsaid(filter.path("_operator").asText());
    };
  }

  /** Returns the property of a filter: its accessor, or the formula of a custom one. */
  private static String accessor(JsonNode filter) {
    JsonNode property = filter.path("_property");
    if (property.path("$type").asText().equals("InlineCustomProperty")) {
      return "(" + formula(property) + ")";
    }
    String name =
        property.isTextual()
            ? property.asText()
            : CustomPropertyName.of(property.path("id").asLong());
    return (filter.path("_resource_type").asText().equals("people") ? "user[\"" : "properties[\"")
        + name
        + "\"]";
  }

  /** Returns a custom property as the expression that its formula stands for. */
  private static String formula(JsonNode property) {
    String formula = property.path("formula").asText();
    JsonNode inputs = property.path("inputs");
    refuse(formula.length() > 100, "a long formula");
    refuse(!formula.contains(" "), "a formula of one property, which is the property itself");
    for (Map.Entry<String, JsonNode> input : inputs.properties()) {
      String source =
          input.getValue().path("resource_type").asText().equals("event") ? "properties" : "user";
      formula =
          formula.replaceAll(
              "\\b" + input.getKey() + "\\b",
              source + "[\"" + input.getValue().path("name").asText() + "\"]");
    }
    return formula;
  }

  private static Optional<String> property(JsonNode node) {
    if (!node.isObject()) {
      return text(node);
    }
    return Optional.of(
        node.path("$type").asText().equals("InlineCustomProperty")
            ? formula(node)
            : CustomPropertyName.of(node.path("id").asLong()));
  }

  private static String relative(JsonNode filter, String day) {
    String unit = filter.path("_date_unit").asText();
    refuse(!unit.equals("day") && !unit.equals("hour"), "times in the last weeks and months");
    long seconds = filter.path("_value").asLong() * (unit.equals("day") ? 86_400 : 3_600);
    return switch (filter.path("_operator").asText()) {
      case "was in the" ->
          "%1$s >= datetime(NOW - %2$d) and %1$s < datetime(NOW)".formatted(day, seconds);
      case "was not in the" ->
          "(%1$s < datetime(NOW - %2$d) or %1$s >= datetime(NOW))".formatted(day, seconds);
      default -> "%1$s >= datetime(NOW) and %1$s < datetime(NOW + %2$d)".formatted(day, seconds);
    };
  }

  /** Returns the cohort that a filter of the whole report keeps, if there is one. */
  static Optional<Cohort> cohort(JsonNode input) {
    JsonNode filters = input.path("where");
    for (JsonNode filter : filters.isArray() ? filters : JSON.createArrayNode().add(filters)) {
      if (isCohort(filter)) {
        JsonNode cohort = filter.path("_value").path(0).path("cohort");
        String users =
            cohort.has("id")
                ? "in cohort " + cohort.path("id").asText()
                : users(cohort.path("raw_cohort"));
        String name = cohort.path("name").asText();
        return Optional.of(
            Cohort.parse(
                (cohort.path("negated").asBoolean() ? "not " : "")
                    + users
                    + (name.isEmpty() ? "" : " named " + name)));
      }
    }
    return Optional.empty();
  }

  private static boolean isCohort(JsonNode filter) {
    return filter.path("_property").asText().equals("$cohorts");
  }

  /** Returns the one behavior of a definition in the words of a cohort. */
  private static String users(JsonNode raw) {
    JsonNode behavior = raw.path("behaviors").path("bhvr_0");
    JsonNode node = raw.path("selector").path("children").path(0);
    refuse(
        raw.path("behaviors").size() != 1
            || raw.path("selector").path("children").size() != 1
            || !behavior.path("window").path("unit").asText().equals("day")
            || !node.path("operator").asText().equals(">=")
            || behavior.path("count").path("event_selector").hasNonNull("selector"),
        "a cohort of more than one behavior in the last days");
    return "did %s at least %d times in the last %d days"
        .formatted(
            behavior.path("count").path("event_selector").path("event").asText(),
            node.path("operand").asInt(),
            behavior.path("window").path("value").asInt());
  }

  /** Returns the criteria of a cohort in the form in which they are sent. */
  private static JsonNode criteria(JsonNode cohort) {
    ObjectNode raw = JSON.createObjectNode();
    ArrayNode children = raw.putObject("selector").putArray("children");
    ObjectNode behaviors = raw.putObject("behaviors");
    for (JsonNode criterion : cohort.path("_criteria")) {
      children.add(criterion.path("_selector_node"));
      behaviors.set("bhvr_" + behaviors.size(), criterion.path("_behavior"));
    }
    return raw;
  }

  private static String untyped(String type, String condition) {
    refuse(!type.equals("string"), "the type of a property");
    return condition;
  }

  private static String between(String property, String first, String last, boolean inside) {
    String end = LocalDate.parse(last).plusDays(1).toString();
    return inside
        ? "%s >= datetime(\"%s\") and %s < datetime(\"%s\")"
            .formatted(property, first, property, end)
        : "(%s < datetime(\"%s\") or %s >= datetime(\"%s\"))"
            .formatted(property, first, property, end);
  }

  private static Optional<String> text(JsonNode node) {
    refuse(node.isObject(), "a custom property");
    return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
  }

  private static void only(JsonNode input, String... known) {
    Set<String> given = new HashSet<>();
    input.properties().forEach(field -> given.add(field.getKey()));
    given.removeAll(Set.of(known));
    refuse(!given.isEmpty(), given.toString());
  }

  private static void refuse(boolean unsaid, String reason) {
    if (unsaid) {
      throw new Unsaid(reason);
    }
  }
}
