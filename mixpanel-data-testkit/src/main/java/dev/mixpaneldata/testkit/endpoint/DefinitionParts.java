package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.ResultJson;
import dev.mixpaneldata.report.ConversionWindow;
import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelOrder;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.RetentionAlignment;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.UnboundedMode;
import dev.mixpaneldata.report.WindowUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Funnels and retentions in definitions, and what they share with other reports. */
final class DefinitionParts {
  /** Intervals in an answer that names none; clients take as many as they want. */
  private static final int INTERVALS = 40;

  private DefinitionParts() {}

  /** Returns the condition that an event of a definition has. */
  static Optional<String> filters(JsonNode event) throws Refusal {
    StrictKeys.check(event, StrictKeys.EVENT, "behaviors");
    return DefinitionFilters.condition(
        event.path("filters"), event.path("filtersDeterminer").asText().equals("any"));
  }

  /** Returns the expression of a property to split by. */
  static String group(JsonNode group) throws Refusal {
    StrictKeys.check(group, StrictKeys.GROUP, "sections.group");
    return DefinitionFilters.accessor(group);
  }

  static FunnelRequest funnel(JsonNode definition, LocalDate today, int limit) throws Refusal {
    JsonNode clause = definition.path("sections").path("show").path(0);
    JsonNode behavior = behavior(clause, StrictKeys.FUNNEL);
    List<EventSelector> steps = events(behavior);
    if (steps.size() < 2) {
      throw Refusal.badRequest("Funnels have at least two steps");
    }
    List<Exclusion> exclusions = new ArrayList<>();
    for (JsonNode excluded : behavior.path("exclusions")) {
      exclusions.add(
          Exclusion.of(excluded.path("event").asText())
              .with(
                  e ->
                      e.fromStep(excluded.path("steps").path("from").asInt())
                          .toStep(excluded.path("steps").path("to").asInt())));
    }
    List<String> held = new ArrayList<>();
    behavior.path("aggregateBy").forEach(property -> held.add(property.path("value").asText()));
    ConversionWindow window =
        new ConversionWindow(
            behavior.path("conversionWindowDuration").asInt(),
            InsightsDefinition.choice(
                WindowUnit.class, behavior.path("conversionWindowUnit").asText()));
    boolean any = behavior.path("funnelOrder").asText().equals("any");
    String math = clause.path("measurement").path("math").asText();
    FunnelCounting counting =
        switch (math) {
          case "conversion_rate_unique" -> FunnelCounting.UNIQUE;
          case "conversion_rate_total" -> FunnelCounting.TOTAL;
          default -> throw Refusal.badRequest("FakeMixpanel has no math of funnels " + math);
        };
    DateRange range = InsightsDefinition.range(InsightsDefinition.time(definition), today);
    Optional<String> where =
        DefinitionFilters.condition(definition.path("sections").path("filter"), false);
    Optional<String> on = on(definition);
    boolean overTime = definition.path("displayOptions").path("chartType").asText().equals("line");
    Optional<CalendarUnit> unit =
        overTime
            ? Optional.of(
                InsightsDefinition.choice(
                    CalendarUnit.class,
                    InsightsDefinition.time(definition).path("unit").asText("day")))
            : Optional.empty();
    return FunnelRequest.of(range, steps)
        .with(
            r ->
                r.window(window)
                    .unit(unit)
                    .order(any ? FunnelOrder.ANY : FunnelOrder.LOOSE)
                    .counting(counting)
                    .exclusions(exclusions)
                    .holdConstant(held)
                    .where(where)
                    .on(on)
                    .limit(Math.min(limit, 10_000)));
  }

  static RetentionRequest retention(JsonNode definition, LocalDate today, int limit)
      throws Refusal {
    JsonNode clause = definition.path("sections").path("show").path(0);
    JsonNode behavior = behavior(clause, StrictKeys.RETENTION);
    List<EventSelector> events = events(behavior);
    if (events.size() != 2) {
      throw Refusal.badRequest("Retention has two events, not " + events.size());
    }
    Optional<String> where =
        DefinitionFilters.condition(definition.path("sections").path("filter"), false);
    List<Integer> ends = new ArrayList<>();
    behavior.path("retentionCustomBucketSizes").forEach(end -> ends.add(end.asInt()));
    UnboundedMode mode =
        InsightsDefinition.choice(
            UnboundedMode.class, behavior.path("retentionUnboundedMode").asText("none"));
    CalendarUnit unit =
        InsightsDefinition.choice(CalendarUnit.class, behavior.path("retentionUnit").asText());
    boolean calendar =
        behavior.path("retentionAlignmentType").asText("birth").equals("interval_start");
    DateRange range = InsightsDefinition.range(InsightsDefinition.time(definition), today);
    Optional<String> on = on(definition);
    return RetentionRequest.of(events.get(0).event(), events.get(1).event(), range)
        .with(
            r ->
                r.bornWhere(events.get(0).where())
                    .returnWhere(events.get(1).where())
                    .unit(unit)
                    .where(where)
                    .intervalCount(INTERVALS)
                    .brackets(ends)
                    .alignment(calendar ? RetentionAlignment.CALENDAR : RetentionAlignment.ROLLING)
                    .unboundedMode(mode)
                    .on(on)
                    .limit(Math.min(limit, 10_000)));
  }

  private static JsonNode behavior(JsonNode clause, Set<String> known) throws Refusal {
    StrictKeys.check(clause, StrictKeys.CLAUSE, "sections.show");
    StrictKeys.check(clause.path("behavior"), known, "sections.show.behavior");
    StrictKeys.check(
        clause.path("measurement"), StrictKeys.MEASUREMENT, "sections.show.measurement");
    return clause.path("behavior");
  }

  private static List<EventSelector> events(JsonNode behavior) throws Refusal {
    List<EventSelector> events = new ArrayList<>();
    for (JsonNode event : behavior.path("behaviors")) {
      events.add(new EventSelector(event.path("name").asText(), filters(event)));
    }
    return events;
  }

  /** Returns what funnels and retention are split by, as one text. */
  private static Optional<String> on(JsonNode definition) throws Refusal {
    List<Grouping> groupings =
        InsightsDefinition.groupings(definition.path("sections").path("group"));
    return groupings.isEmpty()
        ? Optional.empty()
        : Optional.of(
            groupings.stream().map(DefinitionParts::text).collect(Collectors.joining(", ")));
  }

  private static String text(Grouping by) {
    if (by.users().isPresent()) {
      return ResultJson.text(
          Map.of(
              "cohort", by.cohort().orElseThrow(),
              "cohort_name", by.cohortTitle(),
              "others", by.others()));
    }
    String property = by.property().orElseThrow();
    return by.bucketSize().isEmpty()
        ? property
        : "%s by %s from %s to %s"
            .formatted(
                property,
                number(by.bucketSize().get()),
                number(by.min().orElseThrow()),
                number(by.max().orElseThrow()));
  }

  private static String number(double value) {
    return BigDecimal.valueOf(value).toPlainString();
  }
}
