package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/** Defines a flow around one event, as a Sankey diagram. */
final class FlowDefinition {
  /** The most steps before and after the event. */
  private static final int MAX_STEPS = 5;

  /** The most events that a step names. */
  private static final int MAX_BRANCHES = 50;

  private FlowDefinition() {}

  static Definition of(FlowRequest request, Optional<Cohort> cohort) {
    if (request.forward() > MAX_STEPS || request.reverse() > MAX_STEPS) {
      throw Inexpressible.of(
          "Mixpanel's flows have at most "
              + MAX_STEPS
              + " events before and after an event, and "
              + Math.max(request.forward(), request.reverse())
              + " are asked for.",
          "Ask for fewer");
    }
    if (request.branches() > MAX_BRANCHES) {
      throw Inexpressible.of(
          "Mixpanel's flows name at most " + MAX_BRANCHES + " events at each step.",
          "Ask for fewer");
    }
    ObjectNode params = Clauses.object();
    ObjectNode step = params.putArray("steps").addObject();
    step.put("event", request.event()).put("step_label", request.event());
    step.put("forward", request.forward()).put("reverse", request.reverse());
    step.put("bool_op", "and").putArray("property_filter_params_list");
    params
        .putObject("date_range")
        .put("type", "between")
        .put("from_date", request.range().from().toString())
        .put("to_date", request.range().to().toString());
    boolean paths = request.view() == FlowView.PATHS;
    params.put("chartType", paths ? "top-paths" : "sankey");
    params.put("flows_merge_type", paths ? "list" : "graph").put("count_type", "unique");
    params.put("cardinality_threshold", request.branches()).put("version", 2);
    params.putObject("conversion_window").put("unit", "day").put("value", request.windowDays());
    params.put("anchor_position", 1).put("collapse_repeated", false);
    params.put("show_custom_events", true);
    params.set("hidden_events", Clauses.texts(request.hidden()));
    params.putArray("exclusions");
    addFilters(params, Filters.of(request.where()));
    addCohort(params, cohort);
    return new Definition(
        BookmarkType.FLOWS, new Json(params.toString()), Definition.DEFAULT_LIMIT);
  }

  private static void addCohort(ObjectNode params, Optional<Cohort> cohort) {
    if (cohort.filter(c -> c instanceof Cohort.Both).isPresent()) {
      throw Inexpressible.of("Mixpanel's flows take one cohort, and two are given.", "Give one");
    }
    cohort.ifPresent(c -> params.set("filter_by_cohort", CohortClause.of(c).reference()));
  }

  private static void addFilters(ObjectNode params, Filters filters) {
    if (filters.clauses().isEmpty()) {
      return;
    }
    ObjectNode condition = params.putObject("filter_by_event");
    condition.put("operator", filters.any() ? "or" : "and");
    ArrayNode children = condition.putArray("children");
    for (ObjectNode clause : filters.clauses()) {
      if (!clause.has("value")) {
        throw Inexpressible.of(
            "The filters of Mixpanel's flows name no custom properties.", "Name properties");
      }
      ObjectNode child = children.addObject();
      child.set("resourceType", clause.path("resourceType"));
      child.set("filterType", clause.path("filterType"));
      child.set("filterValue", clause.path("filterValue"));
      child.set("filterOperator", clause.path("filterOperator"));
      child.set("propertyName", clause.path("value"));
      if (clause.has("filterDateUnit")) {
        child.set("filterDateUnit", clause.path("filterDateUnit"));
      }
    }
  }
}
