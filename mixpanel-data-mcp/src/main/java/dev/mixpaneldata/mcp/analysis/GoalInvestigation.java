package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.discovery.FunnelInfo;
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
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * From a goal to questions to metrics (GQM). Every question is a query of its own over this
 * project's events, funnels and properties, and answers with a sentence that holds its number.
 */
final class GoalInvestigation {
  /** The stages of growth with the words they are spoken of. */
  private enum Stage {
    RETENTION("retention", "retain", "churn", "come back", "return", "loyal", "sticky"),
    ACTIVATION("activation", "activate", "onboard", "first", "convert", "conversion", "funnel"),
    REVENUE("revenue", "money", "purchase", "pay", "price", "sale", "monet", "subscri", "order"),
    REFERRAL("referral", "refer", "invite", "share", "viral"),
    ACQUISITION("acquisition", "acquire", "signup", "sign up", "traffic", "campaign", "growth");

    private final List<String> words;

    Stage(String... words) {
      this.words = List.of(words);
    }

    static Stage of(String goal) {
      String lower = goal.toLowerCase(Locale.ROOT);
      for (Stage stage : values()) {
        if (stage.words.stream().anyMatch(lower::contains)) {
          return stage;
        }
      }
      return ACQUISITION;
    }
  }

  private static final int MOST = 10;

  /** Properties that Mixpanel's libraries set by themselves. */
  private static final List<String> SPLITS =
      List.of("mp_country_code", "$os", "utm_source", "$browser");

  private GoalInvestigation() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "What you want to understand, in words") String goal,
      @Flatten Period period,
      @Param(help = "Event of a new user", defaultValue = "signup") String acquisitionEvent,
      @Param(help = "Most questions to answer, 1 to 10", defaultValue = "5") int maxQuestions) {
    Arguments {
      if (maxQuestions < 1 || maxQuestions > MOST) {
        throw MixpanelDataException.invalidArgument(
            "max_questions is " + maxQuestions + ".", "Choose 1 to " + MOST + ".");
      }
    }
  }

  /** A question, and how it is answered: the sentence ends with the number. */
  private record Question(String text, String query, Function<OperationContext, Finding> run) {}

  /** What a query found: in words, and whole. */
  private record Finding(String words, Object result) {}

  static Tool tool() {
    return RecordTool.of(
        "gqm_investigation",
        "Break a goal into questions, answer each with a query, and sum up; one query a question.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.COMPOSED)
                .output(
                    Fields.of(
                        "interpreted_goal string",
                        "aarrr_category string",
                        "period object",
                        "schema_context object",
                        "questions array",
                        "findings array",
                        "synthesis string",
                        "next_steps array")),
        GoalInvestigation::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    OperationContext context = call.context();
    DateRange range = asked.period().range(call.session().today());
    Stage stage = Stage.of(asked.goal());
    List<String> events = context.discovery().events();
    List<FunnelInfo> funnels = context.discovery().funnels();
    String born = EventNames.meant(asked.acquisitionEvent(), events);
    String returning =
        EventNames.commonest(context.discovery(), 1, born).stream().findFirst().orElse(born);
    List<Question> questions =
        questions(stage, born, returning, events, funnels, range).stream()
            .limit(asked.maxQuestions())
            .toList();
    List<Map<String, Object>> findings = new ArrayList<>();
    List<String> sentences = new ArrayList<>();
    for (Question question : questions) {
      Findings one = new Findings();
      one.put("question", question.text()).put("query_type", question.query());
      Optional<Finding> found = one.part("result", () -> question.run().apply(context));
      one.put("status", found.isPresent() ? "success" : "error");
      found.ifPresent(f -> one.put("result", f.result()).put("answer", f.words()));
      found.ifPresent(f -> sentences.add(f.words()));
      findings.add(new LinkedHashMap<>(one.map()));
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("interpreted_goal", asked.goal());
    result.put("aarrr_category", stage.name().toLowerCase(Locale.ROOT));
    result.put("period", range);
    result.put(
        "schema_context",
        Map.of("events", events.size(), "funnels", funnels.size(), "acquisition_event", born));
    result.put("questions", questions.stream().map(Question::text).toList());
    result.put("findings", findings);
    result.put("synthesis", String.join(" ", sentences));
    result.put("next_steps", nextSteps(stage));
    String text =
        "Goal: "
            + asked.goal()
            + " ("
            + result.get("aarrr_category")
            + ", "
            + range
            + ")\n- "
            + String.join("\n- ", sentences.isEmpty() ? List.of("No query succeeded.") : sentences);
    return ToolAnswer.of(result, text);
  }

  private static List<Question> questions(
      Stage stage,
      String born,
      String returning,
      List<String> events,
      List<FunnelInfo> funnels,
      DateRange range) {
    String about = aboutStage(stage, born, events);
    List<Question> all = new ArrayList<>();
    all.add(
        new Question(
            "How often does " + about + " happen, and is it growing?",
            "segmentation",
            w -> volume(w, about, range)));
    String comingBack = about.equals(born) ? returning : about;
    all.add(
        new Question(
            "How many do " + comingBack + " again in the weeks after " + born + "?",
            "retention",
            w -> retention(w, born, comingBack, range)));
    funnels.stream()
        .findFirst()
        .ifPresent(
            funnel ->
                all.add(
                    new Question(
                        "Where does the funnel " + funnel.name() + " lose most?",
                        "funnel",
                        w -> funnel(w, funnel, range))));
    List<String> others = events.stream().filter(e -> !e.equals(about)).limit(5).toList();
    if (!others.isEmpty()) {
      all.add(
          new Question(
              "How does it compare with other events?",
              "event_counts",
              w -> comparison(w, about, others, range)));
    }
    for (String property : SPLITS) {
      all.add(
          new Question(
              "Which " + property + " does " + about + " come from?",
              "segmentation",
              w -> breakdown(w, about, property, range)));
    }
    return all;
  }

  private static String aboutStage(Stage stage, String born, List<String> events) {
    if (stage == Stage.ACQUISITION || stage == Stage.ACTIVATION || stage == Stage.RETENTION) {
      return born;
    }
    return EventNames.speakingOf(stage.words, events).orElse(born);
  }

  private static Finding volume(OperationContext context, String event, DateRange range) {
    SegmentationResult result =
        context.reports().segmentation(SegmentationRequest.of(event, range));
    return new Finding(event + ": " + Trend.of(result).words() + ".", result);
  }

  private static Finding retention(
      OperationContext context, String born, String event, DateRange range) {
    RetentionResult result =
        context
            .reports()
            .retention(RetentionRequest.of(born, event, range).withIntervals(CalendarUnit.WEEK, 5));
    return new Finding(
        ReturnRate.of(result, 1)
            .map(
                r ->
                    "%.1f %% of %,d users do %s in week 1 after %s."
                        .formatted(r.share() * 100, r.followed(), event, born))
            .orElse("Nobody did " + born + " so long ago that the week after is over."),
        result);
  }

  private static Finding funnel(OperationContext context, FunnelInfo funnel, DateRange range) {
    FunnelResult result = context.reports().funnel(FunnelRequest.saved(funnel.funnelId(), range));
    return new Finding(
        FunnelLosses.of(result)
            .map(
                loss ->
                    funnel.name()
                        + " converts %.1f %%; ".formatted(result.conversionRate() * 100)
                        + loss.words())
            .orElse(funnel.name() + " has no entrants in this period."),
        result);
  }

  private static Finding comparison(
      OperationContext context, String event, List<String> others, DateRange range) {
    List<String> all = new ArrayList<>(others);
    all.add(0, event);
    EventCountsResult result = context.reports().eventCounts(EventCountsRequest.of(all, range));
    String inOrder =
        Totals.bySegment(result.series()).entrySet().stream()
            .sorted(Map.Entry.<String, Double>comparingByValue().reversed())
            .map(e -> "%s %,.0f".formatted(e.getKey(), e.getValue()))
            .collect(Collectors.joining(", "));
    return new Finding("In all: " + inOrder + ".", result);
  }

  private static Finding breakdown(
      OperationContext context, String event, String property, DateRange range) {
    SegmentationResult result =
        context
            .reports()
            .segmentation(SegmentationRequest.of(event, range).withOn(property).withLimit(10));
    return new Finding(Segments.words(event, property, result), result);
  }

  private static List<String> nextSteps(Stage stage) {
    return switch (stage) {
      case RETENTION ->
          List.of(
              "Split retention by a property with retention and on.",
              "Compare users who stay with cohort_comparison.");
      case ACTIVATION ->
          List.of("Run funnel_optimization_report on the funnel.", "Split the funnel with on.");
      case REVENUE ->
          List.of(
              "Sum the amount with segmentation_sum.",
              "Fetch the events and use sql for revenue by user.");
      case REFERRAL, ACQUISITION ->
          List.of(
              "Split by campaign with segmentation and segment_property.",
              "If a day stands out, use diagnose_metric_drop.");
    };
  }
}
