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
import java.util.List;
import java.util.function.Predicate;
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

  private final FakeProject world;
  private final Evaluator evaluator = new Evaluator(ExpressionOptions.defaults());

  EngageStatistics(ReportSource source) {
    this.world = source.world();
  }

  JsonNode answer(Arguments arguments) throws Refusal {
    String text = arguments.required("action");
    Matcher action = ACTION.matcher(text);
    if (!action.matches()) {
      throw Refusal.badRequest("Invalid action: " + text);
    }
    List<JsonNode> profiles =
        world.profiles().stream()
            .<JsonNode>map(Profile::json)
            .filter(selector(arguments.text("selector").orElse("true")))
            .toList();
    ObjectNode answer = JsonNodeFactory.instance.objectNode().put("status", "ok");
    answer.put("computed_at", world.clock().instant().toString());
    if (action.group(1).equals("count")) {
      return answer.put("results", profiles.size());
    }
    double[] numbers = numbers(profiles, Expression.parse(action.group(2)));
    answer.set(
        "results",
        numbers.length == 0
            ? JsonNodeFactory.instance.nullNode()
            : switch (action.group(1)) {
              case "extremes" ->
                  JsonNodeFactory.instance
                      .objectNode()
                      .put("min", numbers[0])
                      .put("max", numbers[numbers.length - 1]);
              case "percentile" ->
                  JsonNodeFactory.instance.numberNode(
                      numbers[(numbers.length - 1) * Integer.parseInt(action.group(3)) / 100]);
              default -> summary(numbers);
            });
    return answer;
  }

  private Predicate<JsonNode> selector(String text) throws Refusal {
    try {
      return world.where().parse(text);
    } catch (IllegalArgumentException notUnderstood) {
      throw Refusal.badRequest("Invalid selector: " + notUnderstood.getMessage());
    }
  }

  /** Returns the values that are numbers, ascending. */
  private double[] numbers(List<JsonNode> profiles, Expression property) {
    return profiles.stream()
        .map(p -> evaluator.evaluate(property, Subject.profile(Profile.readableProperties(p))))
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
