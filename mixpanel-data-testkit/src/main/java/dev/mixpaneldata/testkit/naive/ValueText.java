package dev.mixpaneldata.testkit.naive;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.testkit.expression.Evaluator;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.stream.Collectors;

/** Values as JSON, with numbers in their shortest form; undefined is null. */
final class ValueText {
  private static final Evaluator EVALUATOR = new Evaluator(ExpressionOptions.defaults());

  private ValueText() {}

  static String json(Value value) {
    if (value instanceof Value.Elements list) {
      return list.values().stream().map(ValueText::json).collect(Collectors.joining(",", "[", "]"));
    } else if (value instanceof Value.Fields object) {
      return object.values().entrySet().stream()
          .map(field -> quoted(field.getKey()) + ":" + json(field.getValue()))
          .collect(Collectors.joining(",", "{", "}"));
    } else if (value instanceof Value.Text text) {
      return quoted(text.value());
    }
    return EVALUATOR.toText(value) instanceof Value.Text text ? text.value() : "null";
  }

  private static String quoted(String text) {
    return TextNode.valueOf(text).toString();
  }
}
