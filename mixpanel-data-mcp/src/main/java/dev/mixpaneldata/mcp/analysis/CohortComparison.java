package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.Reports;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Two groups of users, told apart by a filter over event properties, side by side. Events are
 * divided by the users of the group who did that very event in the period, for each event alike.
 */
final class CohortComparison {
  private static final List<String> DIMENSIONS =
      List.of("event_frequency", "top_events", "retention");

  /** Each event costs two queries for each group. */
  private static final int TOP_EVENTS = 3;

  private static final int WEEKS = 5;

  /** Numbers are shown with three digits; what is nearer is the same to people. */
  private static final double SHOWN = 0.0005;

  private static final String DENOMINATOR = "users of the group who did the event in the period";

  private CohortComparison() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Expression of the first group, such as plan == \"pro\"") String cohortAFilter,
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

  /** A group. */
  record Group(String name, String filter) {}

  /**
   * One number of both groups.
   *
   * @param ratio the first divided by the second; absent where that is zero
   */
  record Compared(String metric, double a, double b, double difference, Optional<Double> ratio) {
    static Compared of(String metric, double a, double b) {
      return new Compared(metric, a, b, a - b, b == 0 ? Optional.empty() : Optional.of(a / b));
    }

    boolean differs() {
      return Math.abs(difference) >= SHOWN;
    }
  }

  /** How many of each group did an event. */
  record Users(String event, long a, long b) {}

  /** An event's users, and events a user; the latter is absent where a group has no user. */
  record Frequency(Users users, Optional<Compared> perUser) {}

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

  /** The parts; those that were not asked for or failed are absent. */
  record Comparisons(
      Optional<Users> users,
      Optional<Compared> eventFrequency,
      List<Compared> topEvents,
      List<Users> topEventUsers,
      Optional<Retained> retention,
      Optional<List<Findings.Failure>> errors) {}

  /**
   * What it answers.
   *
   * @param denominator what events a user are divided by
   * @param apiCallsUsed reports that Mixpanel answered, and lists of names, which cost nothing
   *     where they are kept
   */
  record Answer(
      Group cohortA,
      Group cohortB,
      DateRange period,
      String denominator,
      Comparisons comparisons,
      Optional<Significance> statisticalSignificance,
      List<String> keyDifferences,
      int apiCallsUsed) {}

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "cohort_comparison",
        "Compare two groups of users: how often they act, what they do, whether they come back;"
            + " up to 16 queries.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.ANALYSIS, ToolKind.COMPOSED)),
        (asked, call) -> answer(asked, call, names));
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    DateRange range = asked.period().range(call.session().today());
    CountedReports counted = new CountedReports();
    Reports reports = counted.of(call.workspace(), source.localTables());
    Names names = source.over(call.workspace(), range);
    String born = names.meant(asked.acquisitionEvent());
    Measuring measuring = new Measuring(reports, asked, range);
    Findings findings = new Findings();
    List<String> events = names.commonest(TOP_EVENTS, born);
    boolean frequencies = asked.wants("event_frequency") && !events.isEmpty();
    Optional<Frequency> first =
        frequencies
            ? findings.part("event_frequency", () -> measuring.frequency(events.get(0)))
            : Optional.empty();
    List<Frequency> others = new ArrayList<>();
    if (asked.wants("top_events")) {
      for (String event : events.subList(frequencies ? 1 : 0, events.size())) {
        findings
            .part("top_events: " + event, () -> measuring.frequency(event))
            .ifPresent(others::add);
      }
    }
    Optional<Retained> retained =
        asked.wants("retention")
            ? findings.part(
                "retention",
                () -> measuring.retention(born, events.stream().findFirst().orElse(born)))
            : Optional.empty();
    findings.requireSome();
    List<Compared> all =
        Stream.of(
                first.stream().flatMap(f -> f.perUser().stream()),
                others.stream().flatMap(f -> f.perUser().stream()),
                retained.stream().flatMap(r -> r.week1().stream()))
            .flatMap(s -> s)
            .toList();
    List<String> differences =
        all.stream().filter(Compared::differs).map(c -> words(asked, c)).toList();
    Optional<Significance> significance = retained.flatMap(Retained::significance);
    Comparisons comparisons =
        new Comparisons(
            first.map(Frequency::users),
            first.flatMap(Frequency::perUser),
            others.stream().flatMap(f -> f.perUser().stream()).toList(),
            others.stream().map(Frequency::users).toList(),
            retained,
            findings.errors());
    Answer answer =
        new Answer(
            new Group(asked.cohortAName(), asked.cohortAFilter()),
            new Group(asked.cohortBName(), asked.cohortBFilter()),
            range,
            DENOMINATOR,
            comparisons,
            significance,
            differences,
            counted.calls() + names.calls());
    StringBuilder text = new StringBuilder();
    text.append(
        "%s and %s, %s; events per user are those of the %s"
            .formatted(asked.cohortAName(), asked.cohortBName(), range, DENOMINATOR));
    Stream.concat(first.stream(), others.stream())
        .forEach(f -> text.append("\n- ").append(words(asked, f.users())));
    text.append("\n- ")
        .append(
            differences.isEmpty()
                ? nothing(all.size(), findings.errors().isPresent())
                : String.join("\n- ", differences));
    significance.ifPresent(s -> text.append('\n').append(s.words()));
    text.append(findings.words()).append(counted.words());
    return ToolAnswer.of(answer, text.toString());
  }

  private static String nothing(int compared, boolean failed) {
    if (compared == 0) {
      return "Nothing could be compared: in at least one group, nobody did these events.";
    }
    return "%s %d numbers %s the same in both groups."
        .formatted(
            failed ? "Only some parts could be compared; their" : "No difference: the",
            compared,
            failed ? "are" : "compared are");
  }

  private static String words(Arguments asked, Users users) {
    return "users who did %s: %,d in %s, %,d in %s"
        .formatted(users.event(), users.a(), asked.cohortAName(), users.b(), asked.cohortBName());
  }

  private static String words(Arguments asked, Compared c) {
    String ratio = c.ratio().map(r -> ", %.2f times".formatted(r)).orElse("");
    return "%s: %.3f in %s, %.3f in %s%s"
        .formatted(c.metric(), c.a(), asked.cohortAName(), c.b(), asked.cohortBName(), ratio);
  }

  /** Asks about both groups. */
  private record Measuring(Reports reports, Arguments asked, DateRange range) {
    Frequency frequency(String event) {
      SegmentationRequest events = SegmentationRequest.of(event, range);
      // One bucket over all days: the users of single days cannot be added.
      SegmentationRequest unique =
          events.with(r -> r.type(CountType.UNIQUE).interval(Math.toIntExact(range.days())));
      Users users =
          new Users(
              event,
              (long) total(unique.with(r -> r.where(asked.cohortAFilter()))),
              (long) total(unique.with(r -> r.where(asked.cohortBFilter()))));
      if (users.a() == 0 || users.b() == 0) {
        return new Frequency(users, Optional.empty());
      }
      return new Frequency(
          users,
          Optional.of(
              Compared.of(
                  event + " per user who did it",
                  total(events.with(r -> r.where(asked.cohortAFilter()))) / users.a(),
                  total(events.with(r -> r.where(asked.cohortBFilter()))) / users.b())));
    }

    private double total(SegmentationRequest request) {
      return Trend.of(reports.segmentation(request)).total();
    }

    Retained retention(String born, String returning) {
      RetentionRequest request =
          RetentionRequest.of(born, returning, range)
              .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(WEEKS));
      RetentionResult a = reports.retention(request.with(r -> r.bornWhere(asked.cohortAFilter())));
      RetentionResult b = reports.retention(request.with(r -> r.bornWhere(asked.cohortBFilter())));
      Optional<ReturnRate> ofA = ReturnRate.of(a, 1);
      Optional<ReturnRate> ofB = ReturnRate.of(b, 1);
      String metric = "share that did %s in week 1 after %s".formatted(returning, born);
      return new Retained(
          returning,
          a.overallRetention(),
          b.overallRetention(),
          ofA.flatMap(x -> ofB.map(y -> Compared.of(metric, x.share(), y.share()))),
          ofA.flatMap(
              x ->
                  ofB.flatMap(
                      y ->
                          Significance.of(
                              x.returned(), x.followed(), y.returned(), y.followed()))));
    }
  }
}
