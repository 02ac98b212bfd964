package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.app.bookmarks.BookmarkType;
import dev.mixpaneldata.report.Cohort;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionType;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.value.Json;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Defines a retention. */
final class RetentionDefinition {
  /** The greatest end of an interval, in units. */
  private static final int MAX_BUCKET = 730;

  private RetentionDefinition() {}

  static Definition of(RetentionRequest request, Optional<Cohort> cohort) {
    if (request.retentionType() == RetentionType.COMPOUNDED) {
      throw Inexpressible.of(
          "A definition has retention since the first event alone.", "Choose birth");
    }
    ObjectNode show = Clauses.object().put("type", "metric");
    show.set("behavior", behavior(request));
    show.putObject("measurement").put("math", "retention_rate");
    ObjectNode params = Clauses.object();
    ObjectNode sections = params.putObject("sections");
    sections.set("show", Clauses.list(List.of(show)));
    String unit = unit(request);
    sections.set("time", Clauses.list(List.of(Clauses.time(request.days(), unit))));
    sections.set("filter", Clauses.list(Filters.ofWhole(cohort, request.where())));
    sections.set("group", Clauses.list(Groups.all(request.groupings())));
    sections.putArray("formula");
    params.putObject("displayOptions").put("chartType", "retention-curve");
    return new Definition(
        BookmarkType.RETENTION,
        new Json(params.toString()),
        request.limit().orElse(Definition.DEFAULT_LIMIT));
  }

  private static ObjectNode behavior(RetentionRequest request) {
    ObjectNode behavior = Clauses.object().put("type", "retention").put("resourceType", "events");
    ArrayNode events = behavior.putArray("behaviors");
    events.add(Clauses.part(request.bornEvent(), Filters.of(request.bornWhere())));
    events.add(Clauses.part(request.returnEventOrBorn(), Filters.of(request.returnWhere())));
    behavior.put("retentionUnit", unit(request));
    behavior.put(
        "retentionAlignmentType",
        request.alignment() == RetentionAlignment.CALENDAR ? "interval_start" : "birth");
    ArrayNode ends = behavior.putArray("retentionCustomBucketSizes");
    if (request.interval() > 1 || !request.brackets().isEmpty()) {
      for (int i = 1; i <= request.intervals(); i++) {
        ends.add(end(request.begin(i)));
      }
    }
    behavior.putArray("filter");
    if (request.unboundedMode() != UnboundedMode.NONE) {
      behavior.put(
          "retentionUnboundedMode", request.unboundedMode().name().toLowerCase(Locale.ROOT));
    }
    return behavior;
  }

  private static int end(int units) {
    if (units > MAX_BUCKET) {
      throw Inexpressible.of(
          "An interval may end at most " + MAX_BUCKET + " units after the first event.",
          "Ask for fewer or shorter intervals");
    }
    return units;
  }

  private static String unit(RetentionRequest request) {
    return request.unit().name().toLowerCase(Locale.ROOT);
  }
}
