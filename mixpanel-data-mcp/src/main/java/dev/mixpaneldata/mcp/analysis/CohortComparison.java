package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
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

  private static final int WEEKS = 5;

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
      @Param(help = "Any of event_frequency, top_events, retention; all by default")
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
            + " up to 11 queries.",
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
    OperationContext context = call.context();
    DateRange range = asked.period().range(call.session().today());
    String born = EventNames.meant(asked.acquisitionEvent(), context.discovery());
    Measuring measuring = new Measuring(context, asked, range);
    Findings comparisons = new Findings();
    List<Compared> all = new ArrayList<>();
    List<String> events =
        asked.compareDimensions().equals(List.of("retention"))
            ? List.of()
            : EventNames.commonest(context.discovery(), TOP_EVENTS, born);
    Optional<Users> users = Optional.empty();
    if (!events.isEmpty()) {
      users = comparisons.part("users", () -> measuring.users(events.get(0)));
    }
    if (asked.wants("event_frequency") && users.isPresent()) {
      Users group = users.get();
      comparisons
          .part("event_frequency", () -> measuring.perUser(group.event(), group))
          .ifPresent(all::add);
    }
    if (asked.wants("top_events") && users.isPresent()) {
      Users group = users.get();
      List<String> others = events.subList(1, events.size());
      comparisons
          .part("top_events", () -> others.stream().map(e -> measuring.perUser(e, group)).toList())
          .ifPresent(all::addAll);
    }
    Optional<Significance> significance = Optional.empty();
    if (asked.wants("retention")) {
      String returning =
          EventNames.commonest(context.discovery(), 1, born).stream().findFirst().orElse(born);
      Optional<Retained> retained =
          comparisons.part("retention", () -> measuring.retention(born, returning));
      retained.flatMap(Retained::week1).ifPresent(all::add);
      significance = retained.flatMap(Retained::significance);
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
    result.put("api_calls_used", measuring.calls());
    String sizes =
        users
            .map(
                u ->
                    "\n- users who did %s: %,d in %s, %,d in %s"
                        .formatted(
                            u.event(), u.a(), asked.cohortAName(), u.b(), asked.cohortBName()))
            .orElse("");
    return ToolAnswer.of(
        result,
        asked.cohortAName()
            + " and "
            + asked.cohortBName()
            + ", "
            + range
            + sizes
            + "\n- "
            + String.join("\n- ", differences.isEmpty() ? List.of("No difference.") : differences)
            + significance.map(s -> "\n" + s.words()).orElse("")
            + (comparisons.hasErrors() ? "\nSome parts failed; see errors." : ""));
  }

  private static String words(Arguments asked, Compared c) {
    String ratio = c.ratio().map(r -> ", %.2f times".formatted(r)).orElse("");
    return "%s: %.3f in %s, %.3f in %s%s"
        .formatted(c.metric(), c.a(), asked.cohortAName(), c.b(), asked.cohortBName(), ratio);
  }

  /** The users of both groups: those who did the commonest event in the period. */
  record Users(String event, long a, long b) {}

  /**
   * The retention of both groups, and whether they differ by more than chance.
   *
   * @param a the shares that came back in week 0 and later ones
   * @param week1 of the users whose first whole week is over
   */
  record Retained(
      String returnEvent,
      List<Double> a,
      List<Double> b,
      Optional<Compared> week1,
      Optional<Significance> significance) {}

  /** Asks Mixpanel about both groups, and counts how often. */
  private static final class Measuring {
    private final OperationContext context;
    private final Arguments asked;
    private final DateRange range;
    private int calls = 1;

    Measuring(OperationContext context, Arguments asked, DateRange range) {
      this.context = context;
      this.asked = asked;
      this.range = range;
    }

    int calls() {
      return calls;
    }

    Users users(String event) {
      // One bucket over all days: the users of single days cannot be added.
      SegmentationRequest request =
          SegmentationRequest.of(event, range)
              .withType(CountType.UNIQUE)
              .withInterval(Math.toIntExact(range.days()));
      return new Users(
          event,
          (long) total(request.withWhere(asked.cohortAFilter())),
          (long) total(request.withWhere(asked.cohortBFilter())));
    }

    Compared perUser(String event, Users users) {
      SegmentationRequest request = SegmentationRequest.of(event, range);
      double a = total(request.withWhere(asked.cohortAFilter()));
      double b = total(request.withWhere(asked.cohortBFilter()));
      return Compared.of(
          event + " a user",
          users.a() == 0 ? 0 : a / users.a(),
          users.b() == 0 ? 0 : b / users.b());
    }

    private double total(SegmentationRequest request) {
      calls++;
      return Trend.of(context.reports().segmentation(request)).total();
    }

    Retained retention(String born, String returning) {
      calls += 2;
      RetentionRequest request =
          RetentionRequest.of(born, returning, range).withIntervals(CalendarUnit.WEEK, WEEKS);
      RetentionResult a = context.reports().retention(request.withBornWhere(asked.cohortAFilter()));
      RetentionResult b = context.reports().retention(request.withBornWhere(asked.cohortBFilter()));
      Optional<ReturnRate> ofA = ReturnRate.of(a, 1);
      Optional<ReturnRate> ofB = ReturnRate.of(b, 1);
      return new Retained(
          returning,
          a.overallRetention(),
          b.overallRetention(),
          ofA.flatMap(
              x ->
                  ofB.map(
                      y ->
                          Compared.of(
                              "share that did %s in week 1 after %s".formatted(returning, born),
                              x.share(),
                              y.share()))),
          ofA.flatMap(
              x ->
                  ofB.flatMap(
                      y ->
                          Significance.of(
                              x.returned(), x.followed(), y.returned(), y.followed()))));
    }
  }
}
