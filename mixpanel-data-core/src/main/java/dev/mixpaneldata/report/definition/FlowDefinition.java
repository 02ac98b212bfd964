package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.FlowAnchor;
import dev.mixpaneldata.report.FlowRequest;
import dev.mixpaneldata.report.FlowView;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.util.Locale;
import java.util.Optional;

/** Defines a flow around events: a Sankey diagram, a list of paths or a tree. */
final class FlowDefinition {
  /** The most steps before and after the event. */
  private static final int MAX_STEPS = 5;

  /** The most events that a step names. */
  private static final int MAX_BRANCHES = 50;

  private FlowDefinition() {}

  static Definition of(FlowRequest request, Optional<Cohort> cohort) {
    if (request.branches() > MAX_BRANCHES) {
      throw Inexpressible.of(
          "Mixpanel's flows name at most "
              + MAX_BRANCHES
              + " events at each step, and branches is "
              + request.branches()
              + ".",
          "Ask for fewer");
    }
    ObjectNode params = Clauses.object();
    ArrayNode steps = params.putArray("steps");
    for (int i = 0; i < request.events().size(); i++) {
      steps.add(step(request, i));
    }
    params.set("date_range", dates(request.days()));
    params.put("chartType", request.view() == FlowView.PATHS ? "top-paths" : "sankey");
    params.put("flows_merge_type", merging(request.view())).put("count_type", "unique");
    params.put("cardinality_threshold", request.branches()).put("version", 2);
    params.putObject("conversion_window").put("unit", "day").put("value", request.windowDays());
    params.put("anchor_position", 1).put("collapse_repeated", false);
    params.put("show_custom_events", true);
    params.set("hidden_events", Clauses.texts(request.hidden()));
    params.set("exclusions", Clauses.texts(request.exclusions()));
    addFilters(params, Filters.of(request.where()));
    addCohort(params, cohort);
    return new Definition(
        BookmarkType.FLOWS, new Json(params.toString()), Definition.DEFAULT_LIMIT);
  }

  private static String merging(FlowView view) {
    return switch (view) {
      case GRAPH -> "graph";
      case PATHS -> "list";
      case TREE -> "tree";
    };
  }

  private static ObjectNode step(FlowRequest request, int number) {
    int forward = request.forwardOf(number);
    int reverse = request.reverseOf(number);
    if (forward > MAX_STEPS || reverse > MAX_STEPS) {
      throw Inexpressible.of(
          "Mixpanel's flows have at most "
              + MAX_STEPS
              + " events before and after an event, and "
              + Math.max(forward, reverse)
              + " are asked for.",
          "Ask for fewer");
    }
    FlowAnchor anchor = request.events().get(number);
    ObjectNode step = Clauses.object().put("event", anchor.event());
    step.put("step_label", anchor.event()).put("forward", forward).put("reverse", reverse);
    Filters filters = Filters.of(anchor.where());
    step.put("bool_op", filters.any() ? "or" : "and");
    step.set(
        "property_filter_params_list",
        Clauses.list(filters.clauses().stream().map(SegmentFilter::of).toList()));
    if (anchor.isSession()) {
      step.put("session_event", anchor.event().equals("$session_start") ? "start" : "end");
    }
    return step;
  }

  private static ObjectNode dates(ReportDays days) {
    ObjectNode dates = Clauses.object();
    if (days.range().isPresent()) {
      DateRange range = days.range().get();
      return dates
          .put("type", "between")
          .put("from_date", range.from().toString())
          .put("to_date", range.to().toString());
    }
    TimeSpan last = days.last().orElseThrow();
    dates
        .put("type", "in the last")
        .putObject("from_date")
        .put("unit", last.unit().name().toLowerCase(Locale.ROOT))
        .put("value", last.length());
    return dates.put("to_date", "$now");
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
