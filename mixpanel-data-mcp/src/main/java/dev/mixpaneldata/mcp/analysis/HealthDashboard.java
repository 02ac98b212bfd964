package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
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
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
      @Param(help = "Event that users come back for; the commonest other event by default")
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
      @Nullable Object bySegment,
      Optional<Integer> score) {}

  static Tool tool() {
    return RecordTool.of(
        "product_health_dashboard",
        "Acquisition, activation, retention, revenue and referral in one answer; 2 to 6 queries.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.COMPOSED)
                .output(
                    Fields.of(
                        "period object",
                        "acquisition any",
                        "activation any",
                        "retention any",
                        "revenue any",
                        "referral any",
                        "health_score object",
                        "errors array")),
        HealthDashboard::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    OperationContext context = call.context();
    DateRange range = asked.period().range(call.session().today());
    String born = EventNames.meant(asked.acquisitionEvent(), context.discovery());
    Board board = new Board(new Findings().put("period", range));
    board.stage("acquisition", () -> volume(context, born, range, asked.segmentBy()));
    Optional<String> activation =
        asked
            .activationEvent()
            .map(e -> EventNames.meant(e, context.discovery()))
            .filter(event -> !event.equals(born));
    if (activation.isPresent()) {
      board.stage("activation", () -> comingBack(context, born, activation.get(), range, 0));
    } else {
      board.skip("activation", "name an activation_event other than " + born);
    }
    Optional<String> returning =
        asked
            .retentionEvent()
            .map(e -> EventNames.meant(e, context.discovery()))
            .or(() -> EventNames.commonest(context.discovery(), 1, born).stream().findFirst());
    if (returning.isPresent()) {
      board.stage("retention", () -> comingBack(context, born, returning.get(), range, 1));
    } else {
      board.skip("retention", "name a retention_event");
    }
    asked
        .revenueEvent()
        .ifPresent(
            e ->
                board.stage(
                    "revenue",
                    () ->
                        volume(
                            context,
                            EventNames.meant(e, context.discovery()),
                            range,
                            Optional.empty())));
    asked
        .referralEvent()
        .ifPresent(
            e ->
                board.stage(
                    "referral",
                    () ->
                        volume(
                            context,
                            EventNames.meant(e, context.discovery()),
                            range,
                            Optional.empty())));
    return board.answer("Product health, " + range);
  }

  /** The stages as they are measured, with a line of text and a score for each. */
  private record Board(Findings findings, StringBuilder text, Map<String, Object> scores) {
    Board(Findings findings) {
      this(findings, new StringBuilder(), new LinkedHashMap<>());
    }

    void stage(String name, Supplier<Stage> measurement) {
      findings
          .part(name, measurement)
          .ifPresent(
              stage -> {
                text.append("\n- ").append(stage.meaning());
                stage.score().ifPresent(score -> scores.put(name, score));
              });
    }

    void skip(String name, String advice) {
      findings.put(name, "Not measured: " + advice + ".");
      text.append("\n- ").append(name).append(" was not measured: ").append(advice);
    }

    ToolAnswer answer(String heading) {
      findings.put("health_score", scores);
      String errors = findings.hasErrors() ? "\nSome parts failed; see errors." : "";
      return ToolAnswer.of(
          findings.map(), heading + text + "\nScores (1 to 10): " + scores + errors);
    }
  }

  private static Stage volume(
      OperationContext context, String event, DateRange range, Optional<String> segmentBy) {
    SegmentationRequest request = SegmentationRequest.of(event, range).withType(CountType.UNIQUE);
    SegmentationResult result = context.reports().segmentation(request);
    Trend trend = Trend.of(result);
    Object segments =
        segmentBy
            .<Object>map(p -> context.reports().segmentation(request.withOn(p)).series())
            .orElse(null);
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
                RetentionRequest.of(born, event, range).withIntervals(CalendarUnit.WEEK, WEEKS));
    Optional<ReturnRate> rate = ReturnRate.of(result, week);
    return new Stage(
        event,
        rate.map(
                r ->
                    "%s: %.1f %% of %,d users in week %d after %s"
                        .formatted(event, r.share() * 100, r.followed(), week, born))
            .orElse("nobody did " + born + " so long ago that their week " + week + " is over"),
        rate.map(ReturnRate::share).orElse(Double.NaN),
        Optional.empty(),
        Optional.of(result.overallRetention()),
        null,
        rate.map(r -> clamp(r.share() * 10)));
  }

  private static int clamp(double score) {
    return (int) Math.max(1, Math.min(10, Math.round(score)));
  }
}
