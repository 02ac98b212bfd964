package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.schema.ObjectSchema;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.report.EventCountsResult;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.RetentionResult;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.report.SegmentationResult;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.Arrays;
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

  /** What it answers; where the user declined, the status alone. */
  record Answer(
      String status,
      Optional<Focus> focusArea,
      Optional<DateRange> period,
      List<String> workflowSteps,
      Optional<Object> initialAnalysis,
      Optional<Object> segmentAnalysis,
      List<String> availableSegments,
      List<String> suggestions,
      List<String> focusOptions,
      Optional<String> message,
      Map<String, String> example,
      Optional<List<Findings.Failure>> errors) {
    static Answer without(String status) {
      return new Answer(
          status,
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Optional.empty(),
          Optional.empty(),
          List.of(),
          List.of(),
          List.of(),
          Optional.empty(),
          Map.of(),
          Optional.empty());
    }
  }

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "guided_analysis",
        "A guided first look at conversion, retention, engagement or revenue, with what to do"
            + " next.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.GUIDED, ToolKind.INTERACTIVE)),
        (asked, call) -> answer(asked, call, names));
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    DateRange range = range(asked, asked.timePeriod(), call);
    if (asked.focusArea().isPresent()) {
      return new Look(call, range, source).at(asked.focusArea().get());
    }
    Optional<Client.User> user = call.client().user();
    if (user.isEmpty()) {
      // Engagement is what every product has; the rest is offered.
      return new Look(call, range, source).around();
    }
    Client.Reply reply = user.get().ask("Which area should the analysis cover?", form());
    Optional<Focus> focus = chosen(Focus.values(), reply.values().get("focus_area"));
    if (reply.verdict() != Client.Reply.Verdict.ACCEPTED || focus.isEmpty()) {
      return ToolAnswer.of(
          Answer.without(reply.verdict().name().toLowerCase(Locale.ROOT)), "Nothing was analysed.");
    }
    TimePeriod period =
        chosen(TimePeriod.values(), reply.values().get("time_period")).orElse(asked.timePeriod());
    return new Look(call, range(asked, period, call), source).at(focus.get());
  }

  private static DateRange range(Arguments asked, TimePeriod period, ToolCall call) {
    return asked.period().range(call.session().today(), period.days);
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

  /** A look at a subject. */
  private static final class Look {
    private final OperationContext context;
    private final DateRange range;
    private final Names names;
    private final Findings findings = new Findings();
    private Optional<Object> initial = Optional.empty();
    private Optional<Object> split = Optional.empty();

    Look(ToolCall call, DateRange range, Names.Source source) {
      this.context = call.context();
      this.range = range;
      this.names = source.over(call.workspace(), range);
    }

    ToolAnswer at(Focus focus) {
      return answer(focus, "completed", Optional.empty());
    }

    ToolAnswer around() {
      String message =
          "For another analysis, set focus_area: " + String.join(", ", choices()) + ".";
      return answer(Focus.ENGAGEMENT, "elicitation_unavailable", Optional.of(message));
    }

    private ToolAnswer answer(Focus focus, String status, Optional<String> message) {
      String words =
          switch (focus) {
            case CONVERSION -> conversion();
            case RETENTION -> retention();
            case ENGAGEMENT -> engagement();
            case REVENUE -> revenue();
          };
      findings.requireSome();
      List<String> suggestions = suggestions(focus);
      Answer answer =
          new Answer(
              status,
              Optional.of(focus),
              Optional.of(range),
              List.of("initial_analysis", "segment_analysis", "suggestions"),
              initial,
              split,
              Segments.USUAL,
              suggestions,
              message.isPresent() ? choices() : List.of(),
              message,
              message.isPresent()
                  ? Map.of("focus_area", "retention", "time_period", "last_30_days")
                  : Map.of(),
              findings.errors());
      return ToolAnswer.of(
          answer,
          "%s, %s\n%s\nNext: %s"
                  .formatted(
                      focus.name().toLowerCase(Locale.ROOT),
                      range,
                      words,
                      String.join(" ", suggestions))
              + findings.words()
              + message.map(m -> "\n" + m).orElse(""));
    }

    private String conversion() {
      List<FunnelInfo> funnels;
      try {
        funnels = context.discovery().funnels();
      } catch (MixpanelDataException e) {
        if (e.code() != ErrorCode.RATE_LIMITED) {
          throw e;
        }
        // They are defined at Mixpanel alone, and steps that nobody asked for would be made up.
        return "The saved funnels cannot be listed now; give steps to the tool funnel. "
            + e.getMessage();
      }
      if (funnels.isEmpty()) {
        return "There are no saved funnels; give steps to the tool funnel.";
      }
      FunnelInfo funnel = funnels.get(0);
      split =
          findings.part(
              "segment_analysis",
              () ->
                  context
                      .reports()
                      .funnel(
                          FunnelRequest.saved(funnel.funnelId(), range)
                              .with(r -> r.on(Segments.USUAL.get(0)))));
      Optional<FunnelResult> result =
          findings.part(
              "initial_analysis",
              () -> context.reports().funnel(FunnelRequest.saved(funnel.funnelId(), range)));
      initial = result.map(r -> r);
      return result
          .map(
              r ->
                  "%s converts %.1f %%; %s"
                      .formatted(
                          funnel.name(),
                          r.conversionRate() * 100,
                          FunnelLosses.of(r).map(FunnelLosses::words).orElse("nobody is lost.")))
          .orElse("The funnel " + funnel.name() + " could not be computed.");
    }

    private String retention() {
      List<String> events = names.commonest(1, "");
      if (events.isEmpty()) {
        return "No event was found to follow.";
      }
      String event = events.get(0);
      Optional<RetentionResult> result =
          findings.part(
              "initial_analysis",
              () ->
                  context
                      .reports()
                      .retention(
                          RetentionRequest.of(event, event, range)
                              .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(5))));
      initial = result.map(r -> r);
      String words =
          result
              .map(
                  r ->
                      ReturnRate.of(r, 1)
                          .map(
                              rate ->
                                  "%.1f %% of %,d users who did %s did it again in week 1."
                                      .formatted(rate.share() * 100, rate.followed(), event))
                          .orElse(
                              "Nobody did "
                                  + event
                                  + " early enough for the week after to be over."))
              .orElse("The retention of " + event + " could not be computed.");
      return words + split(event);
    }

    private String engagement() {
      List<String> events = names.commonest(5, "");
      if (events.isEmpty()) {
        return "No event was found.";
      }
      Optional<EventCountsResult> result =
          findings.part(
              "initial_analysis",
              () -> context.reports().eventCounts(EventCountsRequest.of(events, range)));
      initial = result.map(r -> r);
      String words =
          result
              .map(r -> events.stream().map(e -> trend(e, r)).collect(Collectors.joining("\n")))
              .orElse("The events could not be counted.");
      return words + split(events.get(0));
    }

    private static String trend(String event, EventCountsResult result) {
      List<Double> numbers =
          result.series().getOrDefault(event, Map.of()).values().stream()
              .map(Number::doubleValue)
              .toList();
      return event + ": " + Trend.of(numbers).words();
    }

    private String revenue() {
      Optional<String> event = EventNames.speakingOf(MONEY, names.events());
      if (event.isEmpty()) {
        return "No event has a name about money; give the event to segmentation_sum.";
      }
      Optional<SegmentationResult> result =
          findings.part(
              "initial_analysis",
              () -> context.reports().segmentation(SegmentationRequest.of(event.get(), range)));
      initial = result.map(r -> r);
      String words =
          result
              .map(r -> event.get() + ": " + Trend.of(r).words() + ".")
              .orElse(event.get() + " could not be counted.");
      return words + split(event.get());
    }

    private String split(String event) {
      String property = Segments.USUAL.get(0);
      Optional<SegmentationResult> result =
          findings.part(
              "segment_analysis",
              () ->
                  context
                      .reports()
                      .segmentation(
                          SegmentationRequest.of(event, range).with(r -> r.on(property))));
      split = result.map(r -> r);
      return result.map(r -> "\n" + Segments.words(event, property, r)).orElse("");
    }
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
