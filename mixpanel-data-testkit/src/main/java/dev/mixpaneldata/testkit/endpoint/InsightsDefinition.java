package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ComparisonOffset;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The definition of an Insights report as {@code POST /insights} takes it. FakeMixpanel refuses a
 * definition that it cannot compute, although Mixpanel would answer, so that no test takes silence
 * for an answer; and keys that it does not know, as Mixpanel does.
 */
final class InsightsDefinition {
  private static final Set<String> OVER_TIME =
      Set.of("line", "column", "stacked-line", "stacked-column");

  private InsightsDefinition() {}

  /** Returns the report that a definition describes. */
  static InsightsRequest read(JsonNode definition, LocalDate today, int limit) throws Refusal {
    check(definition);
    JsonNode sections = definition.path("sections");
    List<Metric> metrics = new ArrayList<>();
    List<Formula> formulas = new ArrayList<>();
    for (JsonNode clause : sections.path("show")) {
      StrictKeys.check(clause, StrictKeys.CLAUSE, "sections.show");
      if (clause.path("type").asText().equals("formula")) {
        formulas.add(new Formula(clause.path("definition").asText(), text(clause, "name")));
      } else {
        metrics.add(metric(clause));
      }
    }
    JsonNode time = time(definition);
    List<Grouping> by = groupings(sections.path("group"));
    JsonNode display = definition.path("displayOptions");
    String chart = display.path("chartType").asText("line");
    Optional<ComparisonOffset> compare =
        definition.path("timeComparison").isObject()
            ? Optional.of(
                choice(
                    ComparisonOffset.class,
                    definition.path("timeComparison").path("offset").path("unit").asText()))
            : Optional.empty();
    Optional<String> where = DefinitionFilters.condition(sections.path("filter"), false);
    BucketUnit unit = choice(BucketUnit.class, time.path("unit").asText("day"));
    DateRange range = range(time, today);
    SeriesTransform running = running(display);
    return InsightsRequest.of(metrics.toArray(Metric[]::new))
        .with(
            r ->
                r.formulas(formulas)
                    .range(range)
                    .unit(unit)
                    .total(!OVER_TIME.contains(chart))
                    .where(where)
                    .by(by)
                    .running(running)
                    .compare(compare)
                    .limit(limit));
  }

  /** Refuses unknown keys, and a definition without what every one has. */
  static void check(JsonNode definition) throws Refusal {
    StrictKeys.check(definition, StrictKeys.PARAMS, "");
    StrictKeys.check(definition.path("sections"), StrictKeys.SECTIONS, "sections");
    StrictKeys.check(definition.path("displayOptions"), StrictKeys.DISPLAY, "displayOptions");
    if (definition.path("sections").path("show").isEmpty()) {
      throw Refusal.badRequest("sections.show: Field required");
    }
  }

  /** Returns the one time of a definition. */
  static JsonNode time(JsonNode definition) throws Refusal {
    JsonNode times = definition.path("sections").path("time");
    if (times.size() != 1) {
      throw Refusal.badRequest(
          times.isEmpty()
              ? "sections.time: Field required"
              : "FakeMixpanel knows one element of sections.time, not " + times.size());
    }
    StrictKeys.check(
        times.get(0), Set.of("dateRangeType", "unit", "window", "value"), "sections.time");
    return times.get(0);
  }

  static DateRange range(JsonNode time, LocalDate today) throws Refusal {
    String type = time.path("dateRangeType").asText();
    JsonNode value = time.path("value");
    if (type.equals("between") && value.size() == 2) {
      return DateRange.of(value.get(0).asText(), value.get(1).asText());
    }
    if (type.equals("in the last")) {
      JsonNode window = time.path("window");
      return new TimeSpan(
              window.path("value").asInt(),
              choice(CalendarUnit.class, window.path("unit").asText()))
          .upTo(today);
    }
    throw Refusal.badRequest("FakeMixpanel knows days between, and in the last days");
  }

  private static SeriesTransform running(JsonNode display) {
    return switch (display.path("analysis").asText("linear")) {
      case "rolling" -> SeriesTransform.average(display.path("rollingWindowSize").asInt(1));
      case "cumulative" -> SeriesTransform.SUM;
      default -> SeriesTransform.NONE;
    };
  }

  private static Metric metric(JsonNode clause) throws Refusal {
    JsonNode behavior = clause.path("behavior");
    StrictKeys.check(behavior, StrictKeys.EVENT, "sections.show.behavior");
    JsonNode measurement = clause.path("measurement");
    StrictKeys.check(measurement, StrictKeys.MEASUREMENT, "sections.show.measurement");
    String math = measurement.path("math").asText("total");
    Measure measure =
        Arrays.stream(Measure.values())
            .filter(m -> m.wireName().equals(math))
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest("Invalid math: " + math));
    Optional<String> property =
        measurement.path("property").isObject()
            ? Optional.of(DefinitionFilters.accessor(measurement.path("property")))
            : Optional.empty();
    Optional<PerUser> perUser =
        measurement.hasNonNull("perUserAggregation")
            ? Optional.of(choice(PerUser.class, measurement.path("perUserAggregation").asText()))
            : Optional.empty();
    Optional<Double> percentile =
        measurement.hasNonNull("percentile")
            ? Optional.of(measurement.path("percentile").asDouble())
            : Optional.empty();
    Optional<String> name = text(clause, "name");
    return events(behavior)
        .with(
            m ->
                m.measure(measure)
                    .property(property)
                    .perUser(perUser)
                    .percentile(percentile)
                    .name(name));
  }

  private static Metric events(JsonNode behavior) throws Refusal {
    String type = behavior.path("type").asText();
    if (type.equals("event")) {
      Optional<String> where = DefinitionParts.filters(behavior);
      return Metric.of(behavior.path("name").asText()).with(m -> m.where(where));
    }
    if (!type.equals("simple")) {
      throw Refusal.badRequest("FakeMixpanel knows metrics of events alone, not of " + type);
    }
    List<String> names = new ArrayList<>();
    Optional<String> where = Optional.empty();
    for (JsonNode part : behavior.path("behaviors")) {
      names.add(part.path("name").asText());
      Optional<String> own = DefinitionParts.filters(part);
      if (names.size() > 1 && !own.equals(where)) {
        throw Refusal.badRequest("FakeMixpanel knows several events with the same filters");
      }
      where = own;
    }
    Optional<String> same = where;
    return Metric.ofEvents(names.toArray(String[]::new)).with(m -> m.where(same));
  }

  static List<Grouping> groupings(JsonNode groups) throws Refusal {
    List<Grouping> by = new ArrayList<>();
    for (JsonNode group : groups) {
      by.add(grouping(group));
    }
    return by;
  }

  private static Grouping grouping(JsonNode group) throws Refusal {
    if (group.has("cohorts")) {
      StrictKeys.check(group, StrictKeys.GROUP, "sections.group");
      JsonNode side = group.path("cohorts").path(0);
      Cohort users = DefinitionCohorts.read(side);
      boolean others = group.path("cohorts").size() > 1;
      return Grouping.ofUsers(text(users))
          .with(g -> g.cohortName(side.path("name").asText()).others(others));
    }
    Grouping by = Grouping.of(DefinitionParts.group(group));
    JsonNode bucket = group.path("customBucket");
    return bucket.isMissingNode()
        ? by
        : by.with(
            g ->
                g.bucketSize(bucket.path("bucketSize").asDouble())
                    .min(bucket.path("min").asDouble())
                    .max(bucket.path("max").asDouble()));
  }

  /** Returns a cohort in the words that requests take. */
  private static String text(Cohort cohort) {
    if (cohort instanceof Cohort.Others others) {
      return "not " + text(others.cohort());
    }
    return cohort instanceof Cohort.Saved saved
        ? "in cohort " + saved.id()
        : ((Cohort.Defined) cohort).definition().text();
  }

  private static Optional<String> text(JsonNode node, String key) {
    return Optional.of(node.path(key)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  static <E extends Enum<E>> E choice(Class<E> type, String word) throws Refusal {
    return Arrays.stream(type.getEnumConstants())
        .filter(c -> c.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(() -> Refusal.badRequest("Invalid " + type.getSimpleName() + ": " + word));
  }
}
