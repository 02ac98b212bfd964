package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SeriesTransform;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defines the counts of one event over time. */
final class SegmentationDefinition {
  private SegmentationDefinition() {}

  static Definition of(SegmentationRequest request, Optional<Cohort> cohort) {
    if (request.interval().isPresent()) {
      throw Inexpressible.of(
          "A definition has buckets of a unit, not of " + request.interval().get() + " days.",
          "Choose a unit");
    }
    ObjectNode show = Clauses.object().put("type", "metric");
    show.set("behavior", Clauses.event(request.event(), Filters.NONE));
    show.putObject("measurement")
        .put("math", request.type().measure().name().toLowerCase(Locale.ROOT));
    ObjectNode params = Clauses.object();
    ObjectNode sections = params.putObject("sections");
    sections.set("show", Clauses.list(List.of(show)));
    String unit = request.unit().name().toLowerCase(Locale.ROOT);
    sections.set("time", Clauses.list(List.of(Clauses.time(request.days(), unit))));
    List<ObjectNode> filters = new ArrayList<>(CohortClause.filters(cohort));
    filters.addAll(Filters.allOf(request.where()));
    sections.set("filter", Clauses.list(filters));
    sections.set("group", Clauses.list(Groups.all(request.groupings())));
    params.set("displayOptions", display("line", request.running()));
    return new Definition(
        BookmarkType.INSIGHTS,
        new Json(params.toString()),
        request.limit().orElse(SegmentationRequest.DEFAULT_LIMIT));
  }

  static ObjectNode display(String chart, SeriesTransform running) {
    ObjectNode display = Clauses.object().put("chartType", chart);
    display.put(
        "analysis",
        running.cumulative() ? "cumulative" : running.rolling().isPresent() ? "rolling" : "linear");
    running.rolling().ifPresent(buckets -> display.put("rollingWindowSize", buckets));
    return display;
  }
}
