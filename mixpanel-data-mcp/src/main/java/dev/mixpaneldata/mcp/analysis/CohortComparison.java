package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Two groups of users, told apart by a filter over event properties, side by side. */
final class CohortComparison {
  private static final List<String> DIMENSIONS =
      List.of("event_frequency", "top_events", "retention");

  /** Each event costs a query for each group. */
  private static final int TOP_EVENTS = 3;

  private CohortComparison() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Expression of the first group, as properties[\"plan\"] == \"pro\"")
          String cohortAFilter,
      @Param(help = "Expression of the second group") String cohortBFilter,
      @Param(help = "Name of the first group", defaultValue = "Cohort A") String cohortAName,
      @Param(help = "Name of the second group", defaultValue = "Cohort B") String cohortBName,
      @Flatten Period period,
      @Param(help = "Event of a new user", defaultValue = "signup") String acquisitionEvent,
      @Param(help = "Any of event_frequency, top_events, retention; all if not said")
          List<String> compareDimensions) {
    Arguments {
      for (String dimension : compareDimensions) {
        if (!DIMENSIONS.contains(dimension)) {
          throw MixpanelDataException.invalidArgument(
              "There is no dimension '" + dimension + "'.",
              "Choose from " + String.join(", ", DIMENSIONS) + ".");
        }
      }
    }

    boolean wants(String dimension) {
      return compareDimensions.isEmpty() || compareDimensions.contains(dimension);
    }
  }

  /**
   * One number of both groups.
   *
   * @param ratio the first divided by the second; absent where that is zero
   */
  record Compared(String metric, double a, double b, double difference, Optional<Double> ratio) {
    static Compared of(String metric, double a, double b) {
      return new Compared(metric, a, b, a - b, b == 0 ? Optional.empty() : Optional.of(a / b));
    }
  }

  static Tool tool() {
    return RecordTool.of(
        "cohort_comparison",
        "Compare two groups of users: how often they act, what they do, whether they come back;"
            + " up to 10 queries.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.COMPOSED)
                .output(
                    Fields.of(
                        "cohort_a object",
                        "cohort_b object",
                        "period object",
                        "comparisons object",
                        "statistical_significance object?",
                        "key_differences array",
                        "api_calls_used integer")),
        CohortComparison::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Workspace workspace = call.workspace();
    DateRange range = asked.period().range();
    Findings comparisons = new Findings();
    List<Compared> all = new ArrayList<>();
    int calls = 0;
    if (asked.wants("event_frequency")) {
      comparisons
          .part("event_frequency", () -> volume(workspace, asked, asked.acquisitionEvent(), range))
          .ifPresent(all::add);
      calls += 2;
    }
    if (asked.wants("top_events")) {
      List<String> events =
          workspace
              .discovery()
              .topEvents(new TopEventsRequest(CountType.GENERAL, TOP_EVENTS))
              .stream()
              .map(TopEvent::event)
              .toList();
      comparisons
          .part(
              "top_events",
              () -> events.stream().map(e -> volume(workspace, asked, e, range)).toList())
          .ifPresent(all::addAll);
      calls += 1 + 2 * events.size();
    }
    Optional<Significance> significance = Optional.empty();
    if (asked.wants("retention")) {
      Optional<Retained> retained =
          comparisons.part("retention", () -> retention(workspace, asked, range));
      retained.ifPresent(r -> all.add(r.week1()));
      significance = retained.flatMap(Retained::significance);
      calls += 2;
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("cohort_a", Map.of("name", asked.cohortAName(), "filter", asked.cohortAFilter()));
    result.put("cohort_b", Map.of("name", asked.cohortBName(), "filter", asked.cohortBFilter()));
    result.put("period", range);
    result.put("comparisons", comparisons.map());
    result.put("statistical_significance", significance);
    List<String> differences =
        all.stream().filter(c -> c.a() != c.b()).map(c -> words(asked, c)).toList();
    result.put("key_differences", differences);
    result.put("api_calls_used", calls);
    return ToolAnswer.of(
        result,
        asked.cohortAName()
            + " and "
            + asked.cohortBName()
            + ", "
            + range
            + "\n- "
            + String.join("\n- ", differences.isEmpty() ? List.of("No difference.") : differences)
            + significance.map(s -> "\n" + s.words()).orElse(""));
  }

  private static Compared volume(
      Workspace workspace, Arguments asked, String event, DateRange range) {
    SegmentationRequest request = SegmentationRequest.of(event, range);
    return Compared.of(
        event,
        total(workspace, request.withWhere(asked.cohortAFilter())),
        total(workspace, request.withWhere(asked.cohortBFilter())));
  }

  private static double total(Workspace workspace, SegmentationRequest request) {
    return Trend.of(workspace.reports().segmentation(request)).total();
  }

  /** The retention of both groups, and whether they differ by more than chance. */
  record Retained(
      List<Double> a, List<Double> b, Compared week1, Optional<Significance> significance) {}

  private static Retained retention(Workspace workspace, Arguments asked, DateRange range) {
    RetentionRequest request =
        RetentionRequest.of(asked.acquisitionEvent(), asked.acquisitionEvent(), range)
            .withIntervals(CalendarUnit.WEEK, 5);
    RetentionResult a = workspace.reports().retention(request.withBornWhere(asked.cohortAFilter()));
    RetentionResult b = workspace.reports().retention(request.withBornWhere(asked.cohortBFilter()));
    return new Retained(
        a.overallRetention(),
        b.overallRetention(),
        Compared.of("retention in week 1", share(a), share(b)),
        Significance.of(returned(a), size(a), returned(b), size(b)));
  }

  private static double share(RetentionResult result) {
    return result.overallRetention().size() > 1 ? result.overallRetention().get(1) : 0;
  }

  private static List<RetentionCohort> withWeek1(RetentionResult result) {
    return result.cohorts().stream().filter(c -> c.counts().size() > 1).toList();
  }

  private static long returned(RetentionResult result) {
    return withWeek1(result).stream().mapToLong(c -> c.counts().get(1)).sum();
  }

  private static long size(RetentionResult result) {
    return withWeek1(result).stream().mapToLong(RetentionCohort::size).sum();
  }

  private static String words(Arguments asked, Compared c) {
    String ratio = c.ratio().map(r -> ", %.2f times".formatted(r)).orElse("");
    String form = Math.max(c.a(), c.b()) <= 1 ? "%.3f" : "%,.0f";
    return c.metric()
        + ": "
        + form.formatted(c.a())
        + " in "
        + asked.cohortAName()
        + ", "
        + form.formatted(c.b())
        + " in "
        + asked.cohortBName()
        + ratio;
  }
}
