package dev.mixpaneldata.testkit.expression;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.BooleanLiteral;
import dev.mixpaneldata.expression.EmptyLiteral;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.FunctionName;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.ListLiteral;
import dev.mixpaneldata.expression.Logical;
import dev.mixpaneldata.expression.LogicalOperator;
import dev.mixpaneldata.expression.PrefixOperator;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * Random expressions over given properties, which hit their values often enough to matter. The same
 * seed gives the same expressions. None makes {@code and} or {@code or} fail, uses an unknown
 * function, or reads anything but the samples' properties.
 */
public final class RandomExpressions {
  private static final List<InfixOperator> COMPARISONS =
      List.of(
          InfixOperator.EQUAL,
          InfixOperator.NOT_EQUAL,
          InfixOperator.LESS,
          InfixOperator.LESS_OR_EQUAL,
          InfixOperator.GREATER,
          InfixOperator.GREATER_OR_EQUAL,
          InfixOperator.IN,
          InfixOperator.NOT_IN);

  private static final List<InfixOperator> ARITHMETIC =
      List.of(
          InfixOperator.ADD,
          InfixOperator.SUBTRACT,
          InfixOperator.MULTIPLY,
          InfixOperator.DIVIDE,
          InfixOperator.REMAINDER);

  private static final List<FunctionName> FUNCTIONS = List.of(FunctionName.values());

  private static final List<Expression> CONSTANTS =
      List.of(
          new StringLiteral(""),
          new StringLiteral("false"),
          new StringLiteral("1"),
          new StringLiteral("2026-01-10"),
          new StringLiteral("2026-01-10T12:30:00"),
          Expression.literal(0),
          Expression.literal(1),
          Expression.literal(-2.5),
          Expression.literal(1_717_200_000L),
          Expression.literal(1_717_200_000_000L),
          new BooleanLiteral(true),
          new BooleanLiteral(false),
          EmptyLiteral.NULL,
          EmptyLiteral.UNDEFINED);

  private final Random random;
  private final List<Sample> samples;

  /** Over these properties, of which there must be at least one. */
  public RandomExpressions(Random random, List<Sample> samples) {
    this.random = random;
    this.samples = List.copyOf(samples);
    if (samples.isEmpty()) {
      throw new IllegalArgumentException("No property to read");
    }
  }

  /**
   * A condition for {@code where}: its value is a boolean or undefined.
   *
   * @param depth how high the tree may be, about; 1 is a single test of a property
   */
  public Expression condition(int depth) {
    if (depth <= 1) {
      return test();
    }
    return switch (random.nextInt(8)) {
      case 0 -> test();
      case 1 -> new Unary(PrefixOperator.NOT, condition(depth - 1));
      case 2, 3 -> logical(LogicalOperator.AND, depth);
      case 4, 5 -> logical(LogicalOperator.OR, depth);
      case 6 -> new Unary(PrefixOperator.DEFINED, value(depth - 1));
      default -> new Binary(oneOf(COMPARISONS), value(depth - 1), value(depth - 1));
    };
  }

  /** An expression for {@code on}, of any type. */
  public Expression value(int depth) {
    if (depth <= 1) {
      return random.nextInt(3) == 0 ? constant(sample()) : sample().accessor();
    }
    return switch (random.nextInt(5)) {
      case 0 -> value(1);
      case 1 -> new Binary(oneOf(ARITHMETIC), value(depth - 1), value(depth - 1));
      case 2 -> new Unary(PrefixOperator.NEGATE, value(depth - 1));
      default -> call(depth);
    };
  }

  /** One property against one of its values, in the ways that filters are mostly written. */
  private Expression test() {
    Sample sample = sample();
    return switch (random.nextInt(8)) {
      case 0 -> sample.accessor().isDefined();
      case 1 -> new Binary(InfixOperator.IN, constant(sample), sample.accessor());
      case 2 -> new Binary(InfixOperator.IN, sample.accessor(), list(sample));
      case 3 ->
          new Binary(
              InfixOperator.IN,
              constant(sample),
              Expression.call(FunctionName.LIST, sample.accessor()));
      case 4 ->
          new Binary(
              oneOf(COMPARISONS),
              sample.accessor(),
              Expression.call(FunctionName.DATETIME, constant(sample)));
      default -> new Binary(oneOf(COMPARISONS), sample.accessor(), constant(sample));
    };
  }

  private Expression logical(LogicalOperator operator, int depth) {
    return new Logical(
        operator,
        Stream.generate(() -> condition(depth - 1)).limit(2 + random.nextInt(2)).toList());
  }

  private Expression call(int depth) {
    FunctionName function = oneOf(FUNCTIONS);
    return new FunctionCall(
        function.word(), Stream.generate(() -> value(depth - 1)).limit(function.arity()).toList());
  }

  private Expression list(Sample sample) {
    return new ListLiteral(
        Stream.generate(() -> constant(sample)).limit(random.nextInt(4)).toList());
  }

  /** Mostly a value of the property, or an element or a part of one. */
  private Expression constant(Sample sample) {
    return random.nextInt(5) == 0 ? oneOf(CONSTANTS) : constant(oneOf(sample.values()));
  }

  private Expression constant(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> new StringLiteral(part(value.textValue()));
      case NUMBER -> Expression.literal(value.numberValue());
      case BOOLEAN -> new BooleanLiteral(value.booleanValue());
      case ARRAY ->
          value.isEmpty() ? EmptyLiteral.NULL : constant(value.get(random.nextInt(value.size())));
      default -> EmptyLiteral.NULL;
    };
  }

  private String part(String text) {
    if (random.nextBoolean()) {
      return text;
    }
    int[] codePoints = text.codePoints().toArray();
    int from = random.nextInt(codePoints.length + 1);
    return new String(codePoints, from, random.nextInt(codePoints.length - from + 1));
  }

  private Sample sample() {
    return oneOf(samples);
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }
}
