package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.mcp.derived.RecordTool;
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
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
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
      @Param(help = "Event that users come back for; the commonest other event if not said")
          Optional<String> retentionEvent,
      @Param(help = "Event that brings money") Optional<String> revenueEvent,
      @Param(help = "Event that brings other users") Optional<String> referralEvent,
      @Flatten Period period,
      @Param(help = "Split acquisition by this property") Optional<String> segmentBy) {}

  /**
   * A stage.
   *
   * @param event the event it is measured by
   * @param value the total, or for activation and retention the share from 0 to 1
   * @param score 1 to 10: of a trend 5 for no change and 1 point a tenth of change, of a share its
   *     tenths; absent where it cannot be told
   */
  record Stage(
      String event,
      String meaning,
      double value,
      Optional<Trend> trend,
      @Nullable Object bySegment,
      Optional<Integer> score) {}

  static Tool tool() {
    return RecordTool.of(
        "product_health_dashboard",
        "Acquisition, activation, retention, revenue and referral in one answer; 2 to 6 queries.",
        Arguments.class,
        tool -> tool.in(Toolset.ANALYSIS, Tier.COMPOSED),
        HealthDashboard::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Workspace workspace = call.workspace();
    DateRange range = asked.period().range();
    Findings findings = new Findings();
    findings.put("period", range);
    StringBuilder text = new StringBuilder("Product health, " + range + "\n");
    Map<String, Object> scores = new LinkedHashMap<>();
    Function<Optional<Stage>, Void> note =
        stage -> {
          stage.ifPresent(s -> text.append("- ").append(s.meaning()).append('\n'));
          return null;
        };
    String born = asked.acquisitionEvent();
    note.apply(
        scored(
            "acquisition",
            findings.part(
                "acquisition", () -> volume(workspace, born, range, asked.segmentBy())),
            scores));
    asked
        .activationEvent()
        .filter(event -> !event.equals(born))
        .ifPresentOrElse(
            event ->
                note.apply(
                    scored(
                        "activation",
                        findings.part("activation", () -> comingBack(workspace, born, event, range, 0)),
                        scores)),
            () -> findings.put("activation", "Not measured: name an activation_event other than " + born + "."));
    Optional<String> returning =
        asked.retentionEvent().or(() -> commonestOther(workspace, born));
    returning.ifPresentOrElse(
        event ->
            note.apply(
                scored(
                    "retention",
                    findings.part("retention", () -> comingBack(workspace, born, event, range, 1)),
                    scores)),
        () -> findings.put("retention", "Not measured: name a retention_event."));
    measured("revenue", asked.revenueEvent(), workspace, range, findings, scores, note);
    measured("referral", asked.referralEvent(), workspace, range, findings, scores, note);
    findings.put("health_score", scores);
    text.append("Scores (1 to 10): ").append(scores);
    if (findings.hasErrors()) {
      text.append("\nSome parts failed; see errors.");
    }
    return ToolAnswer.of(findings.map(), text.toString());
  }

  private static void measured(
      String name,
      Optional<String> event,
      Workspace workspace,
      DateRange range,
      Findings findings,
      Map<String, Object> scores,
      Function<Optional<Stage>, Void> note) {
    event.ifPresent(
        e ->
            note.apply(
                scored(
                    name,
                    findings.part(name, () -> volume(workspace, e, range, Optional.empty())),
                    scores)));
  }

  private static Optional<Stage> scored(
      String name, Optional<Stage> stage, Map<String, Object> scores) {
    stage.flatMap(Stage::score).ifPresent(score -> scores.put(name, score));
    return stage;
  }

  private static Stage volume(
      Workspace workspace, String event, DateRange range, Optional<String> segmentBy) {
    SegmentationRequest request = SegmentationRequest.of(event, range).withType(CountType.UNIQUE);
    SegmentationResult result = workspace.reports().segmentation(request);
    Trend trend = Trend.of(result);
    Object segments =
        segmentBy
            .<Object>map(p -> workspace.reports().segmentation(request.withOn(p)).series())
            .orElse(null);
    return new Stage(
        event,
        event + ": %,.0f users a day, ".formatted(trend.dailyMean()) + trend.words(),
        trend.total(),
        Optional.of(trend),
        segments,
        trend.change().map(change -> clamp(5 + change * 10)));
  }

  /** The share that does an event in a week after the first event: week 0 is the first. */
  private static Stage comingBack(
      Workspace workspace, String born, String event, DateRange range, int week) {
    RetentionResult result =
        workspace
            .reports()
            .retention(
                RetentionRequest.of(born, event, range).withIntervals(CalendarUnit.WEEK, WEEKS));
    double share = result.overallRetention().size() > week ? result.overallRetention().get(week) : 0;
    boolean measured = result.cohorts().stream().anyMatch(c -> c.size() > 0);
    return new Stage(
        event,
        measured
            ? "%s: %.1f %% of those who did %s, in week %d".formatted(event, share * 100, born, week)
            : "nobody did " + born + ", so nobody could come back",
        share,
        Optional.empty(),
        result.overallRetention(),
        measured ? Optional.of(clamp(share * 10)) : Optional.empty());
  }

  static Optional<String> commonestOther(Workspace workspace, String event) {
    return workspace.discovery().topEvents(new TopEventsRequest(CountType.GENERAL, 10)).stream()
        .map(TopEvent::event)
        .filter(name -> !name.equals(event))
        .findFirst();
  }

  private static int clamp(double score) {
    return (int) Math.max(1, Math.min(10, Math.round(score)));
  }
}
