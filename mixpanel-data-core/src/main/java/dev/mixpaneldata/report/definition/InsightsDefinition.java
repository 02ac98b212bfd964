package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.Formula;
import dev.mixpaneldata.report.InsightsRequest;
import dev.mixpaneldata.report.Metric;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defines an Insights report. */
final class InsightsDefinition {
  private InsightsDefinition() {}

  static Definition of(InsightsRequest request, Optional<Cohort> cohort) {
    ObjectNode params = Clauses.object();
    ObjectNode sections = params.putObject("sections");
    Filters filters = Filters.of(request.where());
    sections.set("show", show(request, filters.any() ? filters : Filters.NONE));
    sections.set("time", Clauses.list(List.of(time(request))));
    List<ObjectNode> kept = new ArrayList<>(CohortClause.filters(cohort));
    kept.addAll(filters.any() ? List.of() : filters.clauses());
    sections.set("filter", Clauses.list(kept));
    sections.set("group", Clauses.list(Groups.all(request.by())));
    params.set(
        "displayOptions",
        SegmentationDefinition.display(request.total() ? "bar" : "line", request.running()));
    request
        .compare()
        .ifPresent(
            offset -> {
              params
                  .putObject("timeComparison")
                  .putObject("offset")
                  .put("unit", lower(offset))
                  .put("value", 1);
              params.putObject("liftComparison").put("type", "timeComparison");
            });
    return new Definition(BookmarkType.INSIGHTS, new Json(params.toString()), request.limit());
  }

  private static ArrayNode show(InsightsRequest request, Filters either) {
    ArrayNode show = Clauses.list(List.of());
    boolean hidden = !request.formulas().isEmpty();
    for (Metric metric : request.resolvedMetrics()) {
      show.add(MetricClause.of(metric, either, hidden));
    }
    for (Formula formula : request.formulas()) {
      ObjectNode clause = show.addObject().put("type", "formula");
      clause.put("definition", formula.definition());
      clause.putObject("measurement");
      clause.putArray("referencedMetrics");
      formula.name().ifPresent(name -> clause.put("name", name));
    }
    return show;
  }

  private static ObjectNode time(InsightsRequest request) {
    String unit = lower(request.unit());
    if (request.range().isPresent()) {
      return Clauses.between(request.range().get(), unit);
    }
    TimeSpan last = request.last().orElse(InsightsRequest.DEFAULT_LAST);
    return Clauses.inTheLast(last, unit);
  }

  static BigDecimal number(double value) {
    BigDecimal plain = BigDecimal.valueOf(value).stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }

  private static String lower(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
