package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.OperationContext;
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
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * From a goal to questions to metrics (GQM). The questions are made of the events, properties and
 * values that the goal speaks of; each is a query of its own and answers with a sentence that holds
 * its number.
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

  private GoalInvestigation() {}

  /** What it takes. */
  record Arguments(
      @Param(help = "What you want to understand, in words") String goal,
      @Flatten Period period,
      @Param(help = "Event of a new user", defaultValue = "signup") String acquisitionEvent,
      @Param(help = "Maximum number of questions, 1 to 10", defaultValue = "5") int maxQuestions) {
    Arguments {
      if (maxQuestions < 1 || maxQuestions > MOST) {
        throw MixpanelDataException.invalidArgument(
            "max_questions is " + maxQuestions + ".", "Choose 1 to " + MOST + ".");
      }
    }
  }

  /** A question, and how it is answered: the sentence ends with the number. */
  record Question(String text, String query, Function<OperationContext, Result> run) {}

  /** What a query found: in words, and whole. */
  record Result(String words, Object report) {}

  /** A question with its answer, or why there is none. */
  record Finding(
      String question,
      String queryType,
      String status,
      Optional<String> answer,
      Optional<Object> result,
      Optional<List<Findings.Failure>> errors) {}

  /**
   * What of the project the goal speaks of.
   *
   * @param events how many events the project has
   * @param notFound words of the goal that are no event, property or value of the project
   */
  record Context(
      int events,
      String acquisitionEvent,
      List<String> aboutEvents,
      List<String> aboutProperties,
      Optional<String> filter,
      List<String> notFound,
      List<String> nearestNames) {}

  /** What it answers. */
  record Answer(
      String interpretedGoal,
      String aarrrCategory,
      DateRange period,
      Context schemaContext,
      List<String> questions,
      List<Finding> findings,
      String synthesis,
      List<String> nextSteps) {}

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "gqm_investigation",
        "Break a goal into questions on the events, properties and values it names, and answer"
            + " each.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.GUIDED, ToolKind.COMPOSED)),
        (asked, call) -> answer(asked, call, names));
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    OperationContext context = call.context();
    DateRange range = asked.period().range(call.session().today());
    Stage stage = Stage.of(asked.goal());
    Names names = source.over(call.workspace(), range);
    String born = names.meant(asked.acquisitionEvent());
    GoalWords goal = GoalWords.of(asked.goal(), stage.words, born, names);
    List<Question> questions =
        new GoalQuestions(goal, born, stage == Stage.RETENTION, names.table().isPresent(), range)
            .all().stream().limit(asked.maxQuestions()).toList();
    Findings all = new Findings();
    List<Finding> findings = new ArrayList<>();
    for (Question question : questions) {
      Findings one = new Findings();
      Optional<Result> found =
          one.part("result", () -> all.orFail(() -> question.run().apply(context)));
      findings.add(
          new Finding(
              question.text(),
              question.query(),
              found.isPresent() ? "success" : "error",
              found.map(Result::words),
              found.map(Result::report),
              one.errors()));
    }
    all.requireSome();
    List<String> sentences = findings.stream().flatMap(f -> f.answer().stream()).toList();
    String category = stage.name().toLowerCase(Locale.ROOT);
    Answer answer =
        new Answer(
            asked.goal(),
            category,
            range,
            new Context(
                names.events().size(),
                born,
                goal.events(),
                goal.properties(),
                goal.filter(),
                goal.notFound(),
                goal.nearest()),
            questions.stream().map(Question::text).toList(),
            findings,
            String.join(" ", sentences),
            nextSteps(stage));
    long failed = findings.stream().filter(f -> f.answer().isEmpty()).count();
    return ToolAnswer.of(
        answer,
        "Goal: "
            + asked.goal()
            + " ("
            + category
            + ", "
            + range
            + ")"
            + goal.words()
            + "\n- "
            + String.join("\n- ", sentences)
            + (failed > 0
                ? "\n%d of %d questions failed.".formatted(failed, findings.size())
                : ""));
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
