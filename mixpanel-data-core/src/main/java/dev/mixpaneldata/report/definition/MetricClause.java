package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.Measure;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.PerUser;
import java.util.Locale;

/** One metric of an Insights report. */
final class MetricClause {
  private MetricClause() {}

  /**
   * Returns the clause of a metric.
   *
   * @param either the filters of the report, where one of several is enough; each event takes them
   * @param hidden whether it is computed for formulas alone
   */
  static ObjectNode of(Metric metric, Filters either, boolean hidden) {
    ObjectNode clause = Clauses.object().put("type", "metric");
    if (metric.savedMetricId().isPresent()) {
      refuseFilters(either, metric);
      return saved(clause, metric, hidden);
    }
    if (metric.cohortId().isPresent()) {
      refuseFilters(either, metric);
      return cohort(clause, metric, hidden);
    }
    clause.set("behavior", behavior(metric, filters(metric, either)));
    clause.set("measurement", measurement(metric));
    metric.name().ifPresent(name -> clause.put("name", name));
    return hidden ? clause.put("isHidden", true) : clause;
  }

  private static Filters filters(Metric metric, Filters either) {
    if (either.clauses().isEmpty()) {
      return Filters.of(metric.where());
    }
    if (metric.where().isPresent()) {
      throw refusedEither(metric);
    }
    return either;
  }

  private static void refuseFilters(Filters either, Metric metric) {
    if (!either.clauses().isEmpty()) {
      throw refusedEither(metric);
    }
  }

  private static RuntimeException refusedEither(Metric metric) {
    return Inexpressible.of(
        "The filter of the report joins conditions by 'or', and the metric '"
            + metric.title()
            + "' cannot take them.",
        "State the whole condition in brackets behind each event");
  }

  private static ObjectNode behavior(Metric metric, Filters filters) {
    if (metric.customEventId().isPresent()) {
      long id = metric.customEventId().get();
      ObjectNode event = Clauses.event("$custom_event:" + id, filters);
      return event.put("type", "custom-event").put("id", id);
    }
    if (metric.events().size() == 1) {
      return Clauses.event(metric.events().get(0), filters);
    }
    // Mixpanel ignores the filters of the whole; only those of each event work.
    ObjectNode several = Clauses.event(String.join(" or ", metric.events()), Filters.NONE);
    several.put("type", "simple");
    ArrayNode parts = several.putArray("behaviors");
    metric.events().forEach(name -> parts.add(Clauses.part(name, filters)));
    return several;
  }

  private static ObjectNode measurement(Metric metric) {
    Measure measure = metric.measureOrTotal();
    ObjectNode measurement = Clauses.object().put("math", measure.wireName());
    metric
        .property()
        .map(Subject::on)
        .ifPresent(property -> measurement.set("property", property.inMeasurement()));
    metric.perUser().ifPresent(per -> measurement.put("perUserAggregation", word(per)));
    metric.percentile().ifPresent(p -> measurement.put("percentile", InsightsDefinition.number(p)));
    return measurement;
  }

  private static String word(PerUser per) {
    return per.name().toLowerCase(Locale.ROOT);
  }

  private static ObjectNode cohort(ObjectNode clause, Metric metric, boolean hidden) {
    ObjectNode behavior = clause.putObject("behavior").put("type", "cohort");
    behavior.put("id", metric.cohortId().orElseThrow()).put("name", metric.title());
    behavior.put("resourceType", "cohorts").putNull("dataGroupId").put("dataset", "$mixpanel");
    behavior.put("filtersDeterminer", "all").putArray("filters");
    clause
        .putObject("measurement")
        .put("math", "unique")
        .putNull("property")
        .putNull("perUserAggregation");
    return clause.put("isHidden", hidden);
  }

  private static ObjectNode saved(ObjectNode clause, Metric metric, boolean hidden) {
    clause.put("id", metric.savedMetricId().orElseThrow());
    if (hidden || metric.name().isPresent()) {
      ObjectNode overrides = clause.putObject("overrides");
      metric.name().ifPresent(name -> overrides.put("name", name));
      if (hidden) {
        overrides.put("isHidden", true);
      }
    }
    return clause;
  }
}
