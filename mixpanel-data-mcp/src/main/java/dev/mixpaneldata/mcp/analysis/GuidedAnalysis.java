package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Client;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.ObjectSchema;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.FunnelOptions;
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
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A first look at one subject; asks the user which, where that was not said. */
final class GuidedAnalysis {
  private static final List<String> MONEY =
      List.of("purchase", "order", "pay", "revenue", "checkout", "subscri");

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
      @Param(help = "What to look at; the user is asked by default") Optional<Focus> focusArea,
      @Param(help = "Which days; custom takes from_date and to_date", defaultValue = "last_30_days")
          TimePeriod timePeriod,
      @Flatten Period period) {}

  static Tool tool() {
    return RecordTool.of(
        "guided_analysis",
        "A guided first look at conversion, retention, engagement or revenue, with what to do"
            + " next.",
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
    DateRange range = range(asked, asked.timePeriod(), call);
    if (asked.focusArea().isPresent()) {
      return look(asked.focusArea().get(), range, call.context());
    }
    Optional<Client.User> user = call.client().user();
    if (user.isEmpty()) {
      return overview(range, call.context());
    }
    Client.Reply reply = user.get().ask("Which area should the analysis cover?", form());
    Optional<Focus> focus = chosen(Focus.values(), reply.values().get("focus_area"));
    if (reply.verdict() != Client.Reply.Verdict.ACCEPTED || focus.isEmpty()) {
      return ToolAnswer.of(
          Map.of("status", reply.verdict().name().toLowerCase(Locale.ROOT)),
          "Nothing was analysed.");
    }
    TimePeriod period =
        chosen(TimePeriod.values(), reply.values().get("time_period")).orElse(asked.timePeriod());
    return look(focus.get(), range(asked, period, call), call.context());
  }

  private static DateRange range(Arguments asked, TimePeriod period, ToolCall call) {
    return asked.period().range(call.session().today(), period.days);
  }

  /** Engagement is what every product has; the rest is offered. */
  private static ToolAnswer overview(DateRange range, OperationContext context) {
    ToolAnswer answer = look(Focus.ENGAGEMENT, range, context);
    Map<String, @Nullable Object> result = new LinkedHashMap<>();
    if (answer.value() instanceof Map<?, ?> found) {
      found.forEach((name, value) -> result.put(String.valueOf(name), value));
    }
    String message = "For another look say focus_area: " + String.join(", ", choices()) + ".";
    result.put("status", "elicitation_unavailable");
    result.put("focus_options", choices());
    result.put("message", message);
    result.put("example", Map.of("focus_area", "retention", "time_period", "last_30_days"));
    return ToolAnswer.of(result, answer.text() + "\n" + message);
  }

  private static ObjectSchema form() {
    return Schemas.object()
        .required("focus_area", Schemas.choice("What to look at", choices()))
        .optional(
            "time_period",
            Schemas.choice("Which days", List.of("last_7_days", "last_30_days", "last_90_days")));
  }

  private static List<String> choices() {
    return Arrays.stream(Focus.values()).map(f -> f.name().toLowerCase(Locale.ROOT)).toList();
  }

  private static <E extends Enum<E>> Optional<E> chosen(E[] values, @Nullable Object text) {
    return Arrays.stream(values)
        .filter(f -> f.name().equalsIgnoreCase(String.valueOf(text)))
        .findFirst();
  }

  private static ToolAnswer look(Focus focus, DateRange range, OperationContext context) {
    Findings findings = new Findings();
    findings.put("status", "completed");
    findings.put("focus_area", focus);
    findings.put("workflow_steps", List.of("initial_analysis", "segment_analysis", "suggestions"));
    findings.put("period", range);
    String words =
        switch (focus) {
          case CONVERSION -> conversion(context, range, findings);
          case RETENTION -> retention(context, range, findings);
          case ENGAGEMENT -> engagement(context, range, findings);
          case REVENUE -> revenue(context, range, findings);
        };
    findings.put("available_segments", Segments.USUAL);
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

  private static String conversion(OperationContext context, DateRange range, Findings findings) {
    List<FunnelInfo> funnels = context.discovery().funnels();
    findings.put("funnels", funnels);
    if (funnels.isEmpty()) {
      return "There are no saved funnels; give steps to the tool funnel.";
    }
    FunnelInfo funnel = funnels.get(0);
    findings.part(
        "segment_analysis",
        () ->
            context
                .reports()
                .funnel(
                    FunnelOptions.saved(funnel.funnelId(), range)
                        .on(Segments.USUAL.get(0))
                        .request()));
    Optional<FunnelResult> result =
        findings.part(
            "initial_analysis",
            () -> context.reports().funnel(FunnelRequest.saved(funnel.funnelId(), range)));
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

  private static String retention(OperationContext context, DateRange range, Findings findings) {
    List<String> events = EventNames.commonest(context.discovery(), 1, "");
    if (events.isEmpty()) {
      return "No event happened today, so there is none to follow.";
    }
    String event = events.get(0);
    String words =
        findings
            .part(
                "initial_analysis",
                () ->
                    context
                        .reports()
                        .retention(
                            RetentionRequest.of(event, event, range)
                                .withIntervals(CalendarUnit.WEEK, 5)))
            .flatMap(r -> ReturnRate.of(r, 1))
            .map(
                r ->
                    "%.1f %% of %,d users who did %s did it again in week 1."
                        .formatted(r.share() * 100, r.followed(), event))
            .orElse("Nobody did " + event + " so long ago that the week after is over.");
    return words + split(context, event, range, findings);
  }

  private static String engagement(OperationContext context, DateRange range, Findings findings) {
    List<String> events = EventNames.commonest(context.discovery(), 5, "");
    if (events.isEmpty()) {
      return "No event happened today.";
    }
    String words =
        findings
            .part(
                "initial_analysis",
                () -> context.reports().eventCounts(EventCountsRequest.of(events, range)))
            .map(
                r ->
                    events.stream()
                        .map(
                            e ->
                                e
                                    + ": "
                                    + Trend.of(
                                            r.series().getOrDefault(e, Map.of()).values().stream()
                                                .map(Number::doubleValue)
                                                .toList())
                                        .words())
                        .collect(Collectors.joining("\n")))
            .orElse("The events could not be counted; see errors.");
    return words + split(context, events.get(0), range, findings);
  }

  private static String revenue(OperationContext context, DateRange range, Findings findings) {
    Optional<String> event = EventNames.speakingOf(MONEY, context.discovery().events());
    if (event.isEmpty()) {
      return "No event's name speaks of money; name it to segmentation_sum.";
    }
    String words =
        findings
            .part(
                "initial_analysis",
                () -> context.reports().segmentation(SegmentationRequest.of(event.get(), range)))
            .map(r -> event.get() + ": " + Trend.of(r).words() + ".")
            .orElse(event.get() + " could not be counted; see errors.");
    return words + split(context, event.get(), range, findings);
  }

  private static String split(
      OperationContext context, String event, DateRange range, Findings findings) {
    return findings
        .part(
            "segment_analysis",
            () ->
                context
                    .reports()
                    .segmentation(
                        SegmentationRequest.of(event, range).withOn(Segments.USUAL.get(0))))
        .map(r -> "\n" + Segments.words(event, Segments.USUAL.get(0), r))
        .orElse("");
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
