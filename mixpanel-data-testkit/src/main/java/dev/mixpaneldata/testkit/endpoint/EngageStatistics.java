package dev.mixpaneldata.testkit.endpoint;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.dataset.Profile;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Subject;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/**
 * The endpoint {@code /engage/stats}: a number about the profiles that a {@code selector} passes.
 * It is not documented; the shapes of its answers are made up, except for the count.
 */
final class EngageStatistics {
  private static final Pattern ACTION =
      Pattern.compile("(count|extremes|percentile|numeric_summary)\\((.*?)(?:, *([0-9]+))?\\)");

  private static final Set<String> KNOWN =
      Set.of(
          "project_id",
          "workspace_id",
          "action",
          "selector",
          "filter_by_cohort",
          "segment_by_cohorts",
          "include_all_users",
          "data_group_id",
          "as_of_timestamp");

  private final FakeProject world;
  private final ProfileSelection selection;
  private final Evaluator evaluator = new Evaluator(ExpressionOptions.defaults());

  EngageStatistics(ReportSource source) {
    this.world = source.world();
    this.selection = new ProfileSelection(source);
  }

  JsonNode answer(Arguments arguments) throws Refusal {
    arguments.refuseOthers(KNOWN);
    String text = arguments.required("action");
    Matcher action = ACTION.matcher(text);
    if (!action.matches()) {
      throw Refusal.badRequest("Invalid action: " + text);
    }
    Collection<Profile> profiles = selection.of(arguments, "selector");
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.put("computed_at", world.clock().instant().toString());
    List<String> cohorts = ProfileSelection.splitBy(arguments);
    if (cohorts.isEmpty()) {
      answer.set("results", result(action, profiles));
      return answer;
    }
    ObjectNode results = answer.putObject("results");
    for (String cohort : cohorts) {
      ObjectNode saved = JsonNodeFactory.instance.objectNode().put("id", cohort);
      Set<String> members = selection.members(saved);
      results.set(
          cohort,
          result(action, profiles.stream().filter(p -> members.contains(p.distinctId())).toList()));
    }
    return answer;
  }

  private JsonNode result(Matcher action, Collection<Profile> profiles) {
    if (action.group(1).equals("count")) {
      return JsonNodeFactory.instance.numberNode(profiles.size());
    }
    double[] numbers = numbers(profiles, Expression.parse(action.group(2)));
    if (numbers.length == 0) {
      return JsonNodeFactory.instance.nullNode();
    }
    return switch (action.group(1)) {
      case "extremes" ->
          JsonNodeFactory.instance
              .objectNode()
              .put("min", numbers[0])
              .put("max", numbers[numbers.length - 1]);
      case "percentile" ->
          JsonNodeFactory.instance.numberNode(
              numbers[(numbers.length - 1) * Integer.parseInt(action.group(3)) / 100]);
      default -> summary(numbers);
    };
  }

  /** Returns the values that are numbers, ascending. */
  private double[] numbers(Collection<Profile> profiles, Expression property) {
    return profiles.stream()
        .map(
            p ->
                evaluator.evaluate(property, Subject.profile(Profile.readableProperties(p.json()))))
        .filter(Value.Numeric.class::isInstance)
        .mapToDouble(value -> ((Value.Numeric) value).value())
        .sorted()
        .toArray();
  }

  private static JsonNode summary(double[] numbers) {
    double mean = DoubleStream.of(numbers).average().orElse(0);
    double squares = DoubleStream.of(numbers).map(n -> (n - mean) * (n - mean)).sum();
    return JsonNodeFactory.instance
        .objectNode()
        .put("count", numbers.length)
        .put("sum", DoubleStream.of(numbers).sum())
        .put("avg", mean)
        .put("stddev", Math.sqrt(squares / numbers.length));
  }
}
