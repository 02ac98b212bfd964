package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.value.Json;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defines a funnel with steps of its own. */
final class FunnelDefinition {
  /** The most steps that Mixpanel takes, by its own error message. */
  private static final int MAX_STEPS = 100;

  private FunnelDefinition() {}

  static Definition of(FunnelRequest request, Optional<Cohort> cohort) {
    check(request);
    ObjectNode show = Clauses.object().put("type", "metric");
    show.set("behavior", behavior(request));
    show.putObject("measurement")
        .put(
            "math",
            request.counting() == FunnelCounting.UNIQUE
                ? "conversion_rate_unique"
                : "conversion_rate_total")
        .putNull("property")
        .putNull("stepIndex");
    ObjectNode params = Clauses.object();
    ObjectNode sections = params.putObject("sections");
    sections.set("show", Clauses.list(List.of(show)));
    sections.set("time", Clauses.list(List.of(Clauses.time(request.days(), unit(request)))));
    sections.set("filter", Clauses.list(Filters.ofWhole(cohort, request.where())));
    sections.set("group", Clauses.list(Groups.all(request.groupings())));
    sections.putArray("formula");
    params
        .putObject("displayOptions")
        .put("chartType", request.unit().isPresent() ? "line" : "funnel-steps");
    return new Definition(
        BookmarkType.FUNNELS,
        new Json(params.toString()),
        request.limit().orElse(FunnelRequest.DEFAULT_LIMIT));
  }

  private static String unit(FunnelRequest request) {
    return request.unit().map(u -> u.name().toLowerCase(Locale.ROOT)).orElse("day");
  }

  private static void check(FunnelRequest request) {
    if (request.funnelId().isPresent()) {
      throw Inexpressible.of(
          "A definition has steps of its own, and a saved funnel is given.", "Give the steps");
    }
    if (request.interval().isPresent()) {
      throw Inexpressible.of(
          "A definition has buckets of a unit, not of " + request.interval().get() + " days.",
          "Choose a unit");
    }
    if (request.steps().size() > MAX_STEPS) {
      throw Inexpressible.of(
          "Mixpanel takes at most "
              + MAX_STEPS
              + " steps, and "
              + request.steps().size()
              + " are given.",
          "Leave some out");
    }
    if (request.windowOrDefault().duration().compareTo(Duration.ofSeconds(2)) < 0) {
      throw Inexpressible.of(
          "Mixpanel's shortest conversion window is 2 seconds.", "Choose a longer one");
    }
  }

  private static ObjectNode behavior(FunnelRequest request) {
    String order = request.order() == FunnelOrder.ANY ? "any" : "loose";
    ObjectNode behavior = Clauses.object().put("type", "funnel").put("resourceType", "events");
    ArrayNode steps = behavior.putArray("behaviors");
    for (EventSelector step : request.steps()) {
      steps.add(Clauses.part(step.event(), Filters.of(step.where())).put("funnelOrder", order));
    }
    ConversionWindow window = request.windowOrDefault();
    behavior.put("conversionWindowDuration", window.length());
    behavior.put("conversionWindowUnit", window.lengthUnit().name().toLowerCase(Locale.ROOT));
    behavior.put("funnelOrder", order);
    ArrayNode exclusions = behavior.putArray("exclusions");
    request.exclusions().forEach(e -> exclusions.add(exclusion(e, request.steps().size())));
    ArrayNode held = behavior.putArray("aggregateBy");
    for (String property : request.holdConstant()) {
      held.addObject().put("value", property).put("resourceType", "events");
    }
    behavior.putArray("filter");
    return behavior;
  }

  private static ObjectNode exclusion(Exclusion exclusion, int steps) {
    if (exclusion.where().isPresent()) {
      throw Inexpressible.of(
          "A definition excludes events by name, and '" + exclusion.event() + "' has a filter.",
          "Leave the filter out");
    }
    ObjectNode excluded = Clauses.object().put("event", exclusion.event());
    excluded
        .putObject("steps")
        .put("from", exclusion.fromStep().orElse(1))
        .put("to", exclusion.toStep().orElse(steps));
    return excluded;
  }
}
