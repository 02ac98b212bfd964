package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Client;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A first look at one subject; asks the user which, where that was not said. */
final class GuidedAnalysis {
  private GuidedAnalysis() {}

  /** What to look at. */
  enum Focus {
    CONVERSION,
    RETENTION,
    ENGAGEMENT,
    REVENUE
  }

  /** Which days. */
  enum TimePeriod {
    LAST_7_DAYS(7),
    LAST_30_DAYS(30),
    LAST_90_DAYS(90),
    CUSTOM(30);

    private final int days;

    TimePeriod(int days) {
      this.days = days;
    }
  }

  /** What it takes. */
  record Arguments(
      @Param(help = "What to look at; the user is asked if not said") Optional<Focus> focusArea,
      @Param(help = "Which days; custom takes from_date and to_date", defaultValue = "last_30_days")
          TimePeriod timePeriod,
      @Flatten Period period) {}

  static Tool tool() {
    return RecordTool.of(
        "guided_analysis",
        "A guided first look at conversion, retention, engagement or revenue, with what to do next.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.INTERACTIVE)
                .output(
                    Fields.of(
                        "status string",
                        "focus_area string",
                        "period object",
                        "workflow_steps array",
                        "initial_analysis any",
                        "segment_analysis any",
                        "available_segments array",
                        "suggestions array",
                        "focus_options array",
                        "message string",
                        "example object",
                        "errors array")),
        GuidedAnalysis::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    Optional<Focus> focus = asked.focusArea();
    if (focus.isEmpty() && call.client().user().isPresent()) {
      Client.Reply reply = call.client().user().get().ask("What shall be looked at?", form());
      if (reply.verdict() != Client.Reply.Verdict.ACCEPTED) {
        return ToolAnswer.of(
            Map.of("status", reply.verdict().name().toLowerCase(Locale.ROOT)),
            "Nothing was looked at.");
      }
      focus = parse(String.valueOf(reply.values().get("focus_area")));
    }
    if (focus.isEmpty()) {
      Map<String, Object> options = new LinkedHashMap<>();
      options.put("status", "elicitation_unavailable");
      options.put("focus_options", choices());
      options.put("message", "Say which to look at with focus_area.");
      options.put("example", Map.of("focus_area", "retention", "time_period", "last_30_days"));
      return ToolAnswer.of(
          options, "Say which to look at with focus_area: " + String.join(", ", choices()));
    }
    return look(focus.get(), asked.period().range(asked.timePeriod().days), call.workspace());
  }

  private static dev.mixpaneldata.mcp.tool.ObjectSchema form() {
    return Schemas.object().required("focus_area", Schemas.choice("What to look at", choices()));
  }

  private static List<String> choices() {
    return Arrays.stream(Focus.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static Optional<Focus> parse(Object text) {
    return Arrays.stream(Focus.values())
        .filter(f -> f.name().equalsIgnoreCase(String.valueOf(text)))
        .findFirst();
  }

  private static ToolAnswer look(Focus focus, DateRange range, Workspace workspace) {
    Findings findings = new Findings();
    findings.put("status", "completed");
    findings.put("focus_area", focus);
    findings.put("period", range);
    String words =
        switch (focus) {
          case CONVERSION -> conversion(workspace, range, findings);
          case RETENTION -> retention(workspace, range, findings);
          case ENGAGEMENT -> engagement(workspace, range, findings);
          case REVENUE -> revenue(workspace, range, findings);
        };
    findings.put("available_segments", List.of("$os", "$browser", "mp_country_code", "utm_source"));
    List<String> suggestions = suggestions(focus);
    findings.put("suggestions", suggestions);
    return ToolAnswer.of(
        findings.map(),
        "%s, %s\n%s\nNext: %s"
            .formatted(
                focus.name().toLowerCase(Locale.ROOT),
                range,
                words,
                String.join(" ", suggestions)));
  }

  private static String conversion(Workspace workspace, DateRange range, Findings findings) {
    List<FunnelInfo> funnels = workspace.discovery().funnels();
    findings.put("funnels", funnels);
    if (funnels.isEmpty()) {
      return "There are no saved funnels; give steps to the tool funnel.";
    }
    FunnelInfo funnel = funnels.get(0);
    Optional<FunnelResult> result =
        findings.part(
            "initial_analysis",
            () -> workspace.reports().funnel(FunnelRequest.saved(funnel.funnelId(), range)));
    return result
        .map(
            r ->
                "%s converts %.1f %%; %s"
                    .formatted(
                        funnel.name(),
                        r.conversionRate() * 100,
                        FunnelLosses.of(r).map(FunnelLosses::words).orElse("nobody is lost.")))
        .orElse("The funnel " + funnel.name() + " could not be computed; see errors.");
  }

  private static List<String> busiest(Workspace workspace) {
    return workspace.discovery().topEvents(new TopEventsRequest(CountType.GENERAL, 5)).stream()
        .map(TopEvent::event)
        .toList();
  }

  private static String retention(Workspace workspace, DateRange range, Findings findings) {
    List<String> events = busiest(workspace);
    if (events.isEmpty()) {
      return "No event happened today, so there is none to follow.";
    }
    String event = events.get(0);
    return findings
        .part(
            "initial_analysis",
            () ->
                workspace
                    .reports()
                    .retention(
                        RetentionRequest.of(event, event, range)
                            .withIntervals(CalendarUnit.WEEK, 5)))
        .filter(r -> r.overallRetention().size() > 1)
        .map(
            r ->
                "%.1f %% of those who did %s did it again a week later."
                    .formatted(r.overallRetention().get(1) * 100, event))
        .orElse("Nobody to follow after " + event + ".");
  }

  private static String engagement(Workspace workspace, DateRange range, Findings findings) {
    List<String> events = busiest(workspace);
    if (events.isEmpty()) {
      return "No event happened today.";
    }
    findings.part(
        "initial_analysis",
        () -> workspace.reports().eventCounts(EventCountsRequest.of(events, range)));
    return "The busiest events today: " + String.join(", ", events) + ".";
  }

  private static String revenue(Workspace workspace, DateRange range, Findings findings) {
    Optional<String> event =
        workspace.discovery().events().stream()
            .filter(
                e ->
                    e.toLowerCase(Locale.ROOT)
                        .matches(".*(purchase|order|pay|revenue|checkout|subscri).*"))
            .findFirst();
    if (event.isEmpty()) {
      return "No event's name speaks of money; name it to segmentation_sum.";
    }
    return findings
        .part(
            "initial_analysis",
            () -> workspace.reports().segmentation(SegmentationRequest.of(event.get(), range)))
        .map(r -> event.get() + ": " + Trend.of(r).words() + ".")
        .orElse(event.get() + " could not be counted; see errors.");
  }

  private static List<String> suggestions(Focus focus) {
    return switch (focus) {
      case CONVERSION -> List.of("funnel_optimization_report finds segments that lose most.");
      case RETENTION -> List.of("retention with on splits by a property.");
      case ENGAGEMENT -> List.of("frequency shows how often users are active.");
      case REVENUE -> List.of("segmentation_sum adds an amount; segmentation splits by plan.");
    };
  }
}
