package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Answers a question in plain words. The client's model plans and sums up where there is one; what
 * it may run is a list of tools that only read, and what it makes up besides is refused. Without a
 * model a plan is made of the question's own words.
 */
final class Questions {
  private static final int MOST_QUERIES = 5;

  /** Only what answers questions about numbers: no scripts, no accounts, nothing that changes. */
  private static final Set<Toolset> SOURCES =
      EnumSet.of(
          Toolset.REPORTS,
          Toolset.COUNTS,
          Toolset.SAVED,
          Toolset.DISCOVERY,
          Toolset.TABLES,
          Toolset.INSPECT,
          Toolset.ANALYSIS);

  private static final Set<String> LEFT_OUT =
      Set.of("jql", "query_definition", "clear_discovery_cache", "query_profiles");

  private static final String NO_MODEL =
      "This client provides no model, so the plan was made from the words of the question.";

  private static final String UNREADABLE =
      "The plan of the client's model could not be read; this one was made from the"
          + " words of the question.";

  private final Map<String, Tool> allowed;

  private final Names.Source source;

  Questions(List<Tool> derived, Names.Source source) {
    this.source = source;
    this.allowed =
        derived.stream()
            .filter(t -> t.hints().readOnly() && SOURCES.contains(t.toolset()))
            .filter(t -> !LEFT_OUT.contains(t.name()))
            .collect(Collectors.toMap(Tool::name, t -> t, (a, b) -> a, LinkedHashMap::new));
  }

  /** What it takes. */
  record Arguments(
      @Param(help = "The question, in words") String question, @Flatten Period period) {
    Arguments {
      if (question.isBlank()) {
        throw MixpanelDataException.invalidArgument("The question is empty.", "Ask one.");
      }
    }
  }

  /** A step of a plan. */
  record Step(String tool, Map<String, Object> arguments) {}

  Tool tool() {
    return RecordTool.of(
        "ask_mixpanel",
        "Answer a question in words: plans up to 5 reading queries, runs them and sums up.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class), tool -> tool.in(Toolset.GUIDED, ToolKind.INTELLIGENT)),
        this::answer);
  }

  /** What a step of the plan gave; absent where it failed. */
  record Outcome(String tool, Optional<Object> result, Optional<List<Findings.Failure>> errors) {}

  /**
   * What it answers.
   *
   * @param message what there is to know of how the plan was made
   */
  record Answer(
      Explanation.Status status,
      String question,
      String answer,
      List<Step> plan,
      List<Outcome> results,
      Optional<String> message) {}

  private ToolAnswer answer(Arguments asked, ToolCall call) {
    DateRange range = range(asked, call.session().today());
    Names names = source.over(call.workspace(), range);
    Optional<Client.Model> model = call.client().model();
    List<Step> plan =
        model.map(m -> planned(m, asked.question(), range, names.events())).orElse(List.of());
    Optional<String> message = Optional.empty();
    if (plan.isEmpty()) {
      plan = HeuristicPlanner.of(asked.question(), range, names);
      requireAllowed(plan);
      message = Optional.of(model.isPresent() ? UNREADABLE : NO_MODEL);
    }
    Told told = new Told(new ArrayList<>(), new ArrayList<>());
    Findings findings = new Findings();
    List<Outcome> results = run(plan, call, told, findings);
    if (message.isPresent()) {
      // A plan of ours that fails as a whole is no answer; a model's may be told of its mistakes.
      findings.requireSome();
    }
    Optional<String> words =
        model.flatMap(
            m ->
                Explanation.ask(
                    m,
                    "Answer the question in a few sentences from these results of Mixpanel alone.",
                    asked.question() + "\n" + Explanation.data(results)));
    String plain = String.join("\n\n", told.texts());
    String answer = words.orElse(String.join("\n", told.sentences()));
    return ToolAnswer.of(
        new Answer(
            status(model.isPresent(), words.isPresent() && message.isEmpty()),
            asked.question(),
            answer,
            plan,
            results,
            message),
        (answer.isEmpty() ? plain : answer + "\n\n" + plain)
            + message.map(m -> "\nNote: " + m).orElse(""));
  }

  /** Tools of a plan may be switched off on this server. */
  private void requireAllowed(List<Step> plan) {
    for (Step step : plan) {
      if (!allowed.containsKey(step.tool())) {
        throw MixpanelDataException.invalidArgument(
            "The question needs the tool '" + step.tool() + "', which is switched off.",
            "Ask for what the other tools can answer.");
      }
    }
  }

  /** What the tools of a plan said: their texts, and the sentences made of their numbers. */
  private record Told(List<String> texts, List<String> sentences) {}

  private static DateRange range(Arguments asked, LocalDate today) {
    boolean said = asked.period().fromDate().isPresent() || asked.period().toDate().isPresent();
    return said
        ? asked.period().range(today)
        : SpokenPeriod.of(asked.question(), today).orElseGet(() -> asked.period().range(today));
  }

  private static Explanation.Status status(boolean model, boolean answered) {
    if (!model) {
      return Explanation.Status.SAMPLING_UNAVAILABLE;
    }
    return answered ? Explanation.Status.SUCCESS : Explanation.Status.PARTIAL;
  }

  private List<Outcome> run(List<Step> plan, ToolCall call, Told told, Findings all) {
    List<Outcome> results = new ArrayList<>();
    for (Step step : plan) {
      call.client().log("Running " + step.tool());
      Findings one = new Findings();
      Optional<Object> result =
          one.part("result", () -> all.orFail(() -> handled(step, call, told)));
      results.add(new Outcome(step.tool(), result, one.errors()));
    }
    return results;
  }

  private Object handled(Step step, ToolCall call, Told told) {
    Tool tool = allowed.get(step.tool());
    if (tool == null) {
      throw MixpanelDataException.invalidArgument(
          "A plan may not use the tool '" + step.tool() + "'.",
          "Allowed are: " + String.join(", ", allowed.keySet()) + ".");
    }
    ToolAnswer answer = tool.handler().call(call.of(step.tool(), step.arguments()));
    told.texts().add(answer.text());
    Object value = Optional.ofNullable(answer.value()).orElse(Map.of());
    if (!answer.isError()) {
      Digest.of(step.tool(), value).ifPresent(told.sentences()::add);
    }
    return value;
  }

  private List<Step> planned(
      Client.Model model, String question, DateRange range, List<String> events) {
    String tools =
        allowed.values().stream()
            .map(t -> t.name() + ": " + t.description() + " " + t.input().get("properties"))
            .collect(Collectors.joining("\n"));
    String prompt =
        """
        Question: %s
        Period unless the question says another: from_date %s, to_date %s
        Events: %s
        Tools:
        %s
        Answer with JSON only: {"queries":[{"tool":"…","arguments":{…}}]}, at most %d queries.\
        """
            .formatted(
                question,
                range.from(),
                range.to(),
                String.join(", ", events.stream().limit(200).toList()),
                tools,
                MOST_QUERIES);
    return Explanation.ask(model, "You plan queries on Mixpanel analytics.", prompt)
        .map(this::read)
        .orElse(List.of());
  }

  /** The steps of a plan that can be run; models like to wrap JSON into words. */
  private List<Step> read(String text) {
    int from = text.indexOf('{');
    int to = text.lastIndexOf('}');
    Object json =
        from < 0 || to < from ? null : JsonText.parse(text.substring(from, to + 1)).orElse(null);
    List<Step> steps = new ArrayList<>();
    if (json instanceof Map<?, ?> plan && plan.get("queries") instanceof List<?> queries) {
      for (Object query : queries) {
        if (steps.size() < MOST_QUERIES
            && query instanceof Map<?, ?> step
            && step.get("tool") instanceof String name) {
          steps.add(
              new Step(
                  name,
                  arguments(Optional.<Object>ofNullable(step.get("arguments")).orElse(Map.of()))));
        }
      }
    }
    return steps;
  }

  private static Map<String, Object> arguments(Object given) {
    Map<String, Object> arguments = new LinkedHashMap<>();
    if (given instanceof Map<?, ?> map) {
      map.forEach(
          (name, value) -> {
            if (value != null) {
              arguments.put(String.valueOf(name), value);
            }
          });
    }
    return arguments;
  }
}
