package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.FunctionName;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.NumberLiteral;
import dev.mixpaneldata.expression.PrefixOperator;
import dev.mixpaneldata.expression.Unary;
import dev.mixpaneldata.report.CustomPropertyName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A computed value in the language of Mixpanel's custom properties, in which letters stand for
 * properties: {@code A * B}.
 */
final class CustomFormula {
  /** The letters A to Z. */
  private static final int MAX_PROPERTIES = 26;

  private static final String NUMBER = "number";
  private static final String STRING = "string";

  private final Expression whole;
  private final List<Input> inputs = new ArrayList<>();

  private record Input(PropertyName property, String type) {}

  private CustomFormula(Expression whole) {
    this.whole = whole;
  }

  /** Returns whether an expression is arithmetic or a cast. */
  static boolean computes(Expression expression) {
    if (expression instanceof Binary binary) {
      return level(binary.operator()) > 0;
    }
    return expression instanceof FunctionCall call && isKnown(call);
  }

  /**
   * Returns the custom property that an expression computes.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if the formula cannot say it
   */
  static Subject of(Expression expression) {
    CustomFormula formula = new CustomFormula(expression);
    String text = formula.write(expression, 0, NUMBER);
    boolean events =
        formula.inputs.stream().anyMatch(i -> i.property().resource().equals("events"));
    String resource = events ? "events" : "people";
    String type =
        expression instanceof FunctionCall call && call.name().equals(FunctionName.STRING.word())
            ? STRING
            : NUMBER;
    ObjectNode fields = Clauses.object();
    ObjectNode property = fields.putObject("customProperty");
    property.put("displayFormula", text);
    ObjectNode composed = property.putObject("composedProperties");
    for (int i = 0; i < formula.inputs.size(); i++) {
      Input input = formula.inputs.get(i);
      composed
          .putObject(letter(i))
          .put("value", input.property().name())
          .put("type", input.type())
          .put("resourceType", input.property().resource().equals("events") ? "event" : "user");
    }
    property.put("name", "").put("description", "");
    property.put("propertyType", type).put("resourceType", resource);
    return new Subject(resource, "", fields, type);
  }

  private static String letter(int place) {
    return Character.toString('A' + place);
  }

  /**
   * Writes a part of the formula.
   *
   * @param least the level of the operators around it, above which it needs no parentheses
   * @param type the type in which properties are read here
   */
  private String write(Expression part, int least, String type) {
    if (part instanceof Accessor accessor) {
      return letterOf(accessor, type);
    }
    if (part instanceof NumberLiteral number) {
      return number.digits();
    }
    if (part instanceof Unary sign && sign.operator() == PrefixOperator.NEGATE) {
      return "-" + write(sign.operand(), 3, type);
    }
    if (part instanceof Binary binary && level(binary.operator()) > 0) {
      int level = level(binary.operator());
      String text =
          write(binary.left(), level, NUMBER)
              + " "
              + binary.operator().word()
              + " "
              + write(binary.right(), level + 1, NUMBER);
      return level < least ? "(" + text + ")" : text;
    }
    if (part instanceof FunctionCall call && isKnown(call)) {
      // The argument of a cast has another type than its value.
      boolean cast =
          call.name().equals(FunctionName.NUMBER.word())
              || call.name().equals(FunctionName.STRING.word());
      return call.name().toUpperCase(Locale.ROOT)
          + "("
          + write(call.arguments().get(0), 0, cast ? STRING : NUMBER)
          + ")";
    }
    throw refused(part);
  }

  private String letterOf(Accessor accessor, String type) {
    PropertyName property = PropertyName.of(accessor);
    if (CustomPropertyName.idOf(property.name()).isPresent()) {
      throw refused(accessor);
    }
    Input input = new Input(property, type);
    if (!inputs.contains(input)) {
      inputs.add(input);
    }
    if (inputs.size() > MAX_PROPERTIES) {
      throw Inexpressible.of(
          "A custom property has at most " + MAX_PROPERTIES + " properties.", "Name fewer");
    }
    return letter(inputs.indexOf(input));
  }

  private MixpanelDataException refused(Expression part) {
    return Inexpressible.of(
        "Mixpanel's custom properties cannot say "
            + part.text()
            + (part.equals(whole) ? "." : ", in " + whole.text() + "."),
        "Name a property, or compute with + - * / % and number(…), string(…), floor(…), round(…)"
            + " and ceil(…)");
  }

  private static int level(InfixOperator operator) {
    return switch (operator) {
      case ADD, SUBTRACT -> 1;
      case MULTIPLY, DIVIDE, REMAINDER -> 2;
      case EQUAL, NOT_EQUAL, LESS, LESS_OR_EQUAL, GREATER, GREATER_OR_EQUAL, IN, NOT_IN -> 0;
    };
  }

  private static boolean isKnown(FunctionCall call) {
    return call.function()
        .filter(
            f ->
                switch (f) {
                  case NUMBER, STRING, FLOOR, ROUND, CEIL -> true;
                  case BOOLEAN, LIST, DATETIME, HAS_PREFIX, HAS_SUFFIX -> false;
                })
        .isPresent();
  }
}
