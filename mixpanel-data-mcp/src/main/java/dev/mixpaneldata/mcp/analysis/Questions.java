package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.JsonText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Client;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.ArrayList;
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
      Set.of(Toolset.REPORTS, Toolset.DISCOVERY, Toolset.TABLES, Toolset.ANALYSIS);

  private static final Set<String> LEFT_OUT =
      Set.of("jql", "insights", "clear_discovery_cache", "query_profiles");

  private final Map<String, Tool> allowed;

  Questions(List<Tool> derived) {
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
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.INTELLIGENT)
                .output(
                    Fields.of(
                        "status string",
                        "question string",
                        "answer string",
                        "plan array",
                        "results array",
                        "message string")),
        this::answer);
  }

  private ToolAnswer answer(Arguments asked, ToolCall call) {
    DateRange range = range(asked, call.session().today());
    List<String> events = call.workspace().discovery().events();
    Optional<Client.Model> model = call.client().model();
    List<Step> plan = model.map(m -> planned(m, asked.question(), range, events)).orElse(List.of());
    if (plan.isEmpty()) {
      plan =
          PlainPlan.of(asked.question(), range, events, call.workspace()).stream()
              .filter(step -> allowed.containsKey(step.tool()))
              .toList();
    }
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("question", asked.question());
    result.put("plan", plan);
    Told told = new Told(new ArrayList<>(), new ArrayList<>());
    result.put("results", run(plan, call, told));
    Optional<String> words =
        model.flatMap(
            m ->
                Explanation.ask(
                    m,
                    "Answer the question in a few sentences from these results of Mixpanel alone.",
                    asked.question() + "\n" + Explanation.data(result)));
    result.put("status", status(model.isPresent(), words.isPresent()));
    if (model.isEmpty()) {
      result.put(
          "message",
          "This client lends no model, so that the plan was made of the question's own words;"
              + " other queries may answer it better.");
    }
    String sentences = String.join("\n", told.sentences());
    String answer = words.orElse(sentences);
    if (!answer.isEmpty()) {
      result.put("answer", answer);
    }
    String plain = String.join("\n\n", told.texts());
    return ToolAnswer.of(result, answer.isEmpty() ? plain : answer + "\n\n" + plain);
  }

  /** What the tools of a plan said: their texts, and the sentences made of their numbers. */
  private record Told(List<String> texts, List<String> sentences) {}

  private static DateRange range(Arguments asked, LocalDate today) {
    boolean said = asked.period().fromDate().isPresent() || asked.period().toDate().isPresent();
    return said
        ? asked.period().range(today)
        : SpokenPeriod.of(asked.question(), today).orElseGet(() -> asked.period().range(today));
  }

  private static String status(boolean model, boolean answered) {
    if (!model) {
      return "sampling_unavailable";
    }
    return answered ? "success" : "partial";
  }

  private List<Map<String, Object>> run(List<Step> plan, ToolCall call, Told told) {
    List<Map<String, Object>> results = new ArrayList<>();
    for (Step step : plan) {
      call.client().log("Running " + step.tool());
      Findings one = new Findings();
      one.put("tool", step.tool());
      one.part("result", () -> handled(step, call, told));
      results.add(new LinkedHashMap<>(one.map()));
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
    if (answer.value() == null) {
      return Map.of();
    }
    if (!answer.isError()) {
      Digest.of(step.tool(), answer.value()).ifPresent(told.sentences()::add);
    }
    return answer.value();
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
