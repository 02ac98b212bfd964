package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * The five stages of growth (AARRR) at a glance. A stage whose event is not named is left out with
 * the reason; nothing is compared with itself.
 */
final class HealthDashboard {
  private static final int WEEKS = 5;

  private HealthDashboard() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "Event of a new user", defaultValue = "signup") String acquisitionEvent,
      @Param(help = "Event that shows first value") Optional<String> activationEvent,
      @Param(help = "Event that users come back for; the most common other event by default")
          Optional<String> retentionEvent,
      @Param(help = "Event that brings money") Optional<String> revenueEvent,
      @Param(help = "Event that brings other users") Optional<String> referralEvent,
      @Flatten Period period,
      @Param(help = "Split acquisition by this property") Optional<String> segmentBy) {}

  /**
   * A stage.
   *
   * @param event the event it is measured by
   * @param value users a day, or for activation and retention the share from 0 to 1
   * @param curve the shares that came back in week 0 and later ones
   * @param score 1 to 10: of a trend 5 for no change and 1 point a tenth of change, of a share its
   *     tenths; absent where it cannot be told
   */
  record Stage(
      String event,
      String meaning,
      double value,
      Optional<Trend> trend,
      Optional<List<Double>> curve,
      Optional<Map<String, Map<String, Number>>> bySegment,
      Optional<Integer> score) {}

  /**
   * What it answers; stages that were not measured are absent, and {@code notMeasured} says why.
   */
  record Answer(
      DateRange period,
      Optional<Stage> acquisition,
      Optional<Stage> activation,
      Optional<Stage> retention,
      Optional<Stage> revenue,
      Optional<Stage> referral,
      Map<String, Integer> healthScore,
      List<String> notMeasured,
      Optional<List<Findings.Failure>> errors) {}

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "product_health_dashboard",
        "Acquisition, activation, retention, revenue and referral in one answer; 2 to 6 queries.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.ANALYSIS, ToolKind.COMPOSED)),
        (asked, call) -> answer(asked, call, names));
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    OperationContext context = call.context();
    DateRange range = asked.period().range(call.session().today());
    Names names = source.over(call.workspace(), range);
    String born = names.meant(asked.acquisitionEvent());
    Board board = new Board();
    Optional<Stage> acquisition =
        board.stage("acquisition", () -> volume(context, born, range, asked.segmentBy()));
    Optional<String> activating =
        asked.activationEvent().map(names::meant).filter(event -> !event.equals(born));
    Optional<Stage> activation =
        activating.isPresent()
            ? board.stage("activation", () -> comingBack(context, born, activating.get(), range, 0))
            : board.skip("activation", "name an activation_event other than " + born);
    Optional<String> returning =
        asked
            .retentionEvent()
            .map(names::meant)
            .or(() -> names.commonest(1, born).stream().findFirst());
    Optional<Stage> retention =
        returning.isPresent()
            ? board.stage("retention", () -> comingBack(context, born, returning.get(), range, 1))
            : board.skip("retention", "name a retention_event");
    Optional<Stage> revenue =
        asked
            .revenueEvent()
            .map(names::meant)
            .flatMap(
                e -> board.stage("revenue", () -> volume(context, e, range, Optional.empty())));
    Optional<Stage> referral =
        asked
            .referralEvent()
            .map(names::meant)
            .flatMap(
                e -> board.stage("referral", () -> volume(context, e, range, Optional.empty())));
    board.findings.requireSome();
    Answer answer =
        new Answer(
            range,
            acquisition,
            activation,
            retention,
            revenue,
            referral,
            board.scores,
            board.skipped,
            board.findings.errors());
    String scores =
        board.scores.entrySet().stream()
            .map(e -> e.getKey() + " " + e.getValue())
            .collect(Collectors.joining(", "));
    return ToolAnswer.of(
        answer,
        "Product health, "
            + range
            + board.text
            + (scores.isEmpty() ? "" : "\nScores (1 to 10): " + scores)
            + board.findings.words());
  }

  /** The stages as they are measured, with a line of text and a score for each. */
  private static final class Board {
    private final Findings findings = new Findings();
    private final StringBuilder text = new StringBuilder();
    private final Map<String, Integer> scores = new LinkedHashMap<>();
    private final List<String> skipped = new ArrayList<>();

    Optional<Stage> stage(String name, Supplier<Stage> measurement) {
      Optional<Stage> measured = findings.part(name, measurement);
      measured.ifPresent(
          stage -> {
            text.append("\n- ").append(stage.meaning());
            stage.score().ifPresent(score -> scores.put(name, score));
          });
      return measured;
    }

    Optional<Stage> skip(String name, String advice) {
      skipped.add(name + ": " + advice);
      text.append("\n- ").append(name).append(" was not measured: ").append(advice);
      return Optional.empty();
    }
  }

  private static Stage volume(
      OperationContext context, String event, DateRange range, Optional<String> segmentBy) {
    SegmentationRequest request =
        SegmentationRequest.of(event, range).with(r -> r.type(CountType.UNIQUE));
    SegmentationResult result = context.reports().segmentation(request);
    Trend trend = Trend.of(result);
    Optional<Map<String, Map<String, Number>>> segments =
        segmentBy.map(p -> context.reports().segmentation(request.with(r -> r.on(p))).series());
    return new Stage(
        event,
        trend.total() == 0
            ? event + ": nobody did it; is it the right event (list_events)?"
            : event + ": %,.1f users a day".formatted(trend.dailyMean()) + trend.changeWords(),
        trend.dailyMean(),
        Optional.of(trend),
        Optional.empty(),
        segments,
        trend.change().map(change -> clamp(5 + change * 10)));
  }

  /** The share that does an event in a week after the first event: week 0 is the first. */
  private static Stage comingBack(
      OperationContext context, String born, String event, DateRange range, int week) {
    RetentionResult result =
        context
            .reports()
            .retention(
                RetentionRequest.of(born, event, range)
                    .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(WEEKS)));
    Optional<ReturnRate> rate = ReturnRate.of(result, week);
    return new Stage(
        event,
        rate.map(
                r ->
                    "%s: %.1f %% of %,d users in week %d after %s"
                        .formatted(event, r.share() * 100, r.followed(), week, born))
            .orElse("nobody did " + born + " early enough for their week " + week + " to be over"),
        rate.map(ReturnRate::share).orElse(Double.NaN),
        Optional.empty(),
        Optional.of(result.overallRetention()),
        Optional.empty(),
        rate.map(r -> clamp(r.share() * 10)));
  }

  private static int clamp(double score) {
    return (int) Math.max(1, Math.min(10, Math.round(score)));
  }
}
