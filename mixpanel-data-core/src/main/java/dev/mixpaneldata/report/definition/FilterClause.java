package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.BooleanLiteral;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.FunctionName;
import dev.mixpaneldata.expression.InfixOperator;
import dev.mixpaneldata.expression.ListLiteral;
import dev.mixpaneldata.expression.PrefixOperator;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** One condition on one property as one of Mixpanel's filters. */
final class FilterClause {
  private static final String STRING = "string";
  private static final String NUMBER = "number";
  private static final long SECONDS_OF_HOUR = 3600;
  private static final long SECONDS_OF_DAY = 24 * SECONDS_OF_HOUR;

  private FilterClause() {}

  /**
   * Returns the filter of a condition.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} if filters cannot say it
   */
  static ObjectNode of(Expression condition) {
    return clause(condition, false)
        .orElseThrow(
            () ->
                Inexpressible.of(
                    "Mixpanel's filters cannot say: " + condition.text(),
                    "Compare one property with constants, such as properties[\"plan\"] == \"pro\""
                        + " and properties[\"amount\"] > 10"));
  }

  /** Returns the filter that keeps numbers from {@code low} to {@code high}, or all others. */
  static ObjectNode range(Expression property, boolean inside, BigDecimal low, BigDecimal high) {
    ArrayNode bounds = JsonNodeFactory.instance.arrayNode().add(number(low)).add(number(high));
    return filter(property, NUMBER, inside ? "is between" : "not between", bounds);
  }

  /**
   * Returns the filter that keeps times of some days, or all others.
   *
   * @param end the day after the last
   */
  static ObjectNode days(Expression property, boolean inside, LocalDate first, LocalDate end) {
    if (end.equals(first.plusDays(1))) {
      return filter(
          property,
          "datetime",
          inside ? "was on" : "was not on",
          TextNode.valueOf(first.toString()));
    }
    return filter(
        property,
        "datetime",
        inside ? "was between" : "was not between",
        Clauses.texts(List.of(first.toString(), end.minusDays(1).toString())));
  }

  private static Optional<ObjectNode> clause(Expression condition, boolean negated) {
    if (condition instanceof Unary unary && unary.operator() == PrefixOperator.NOT) {
      return clause(unary.operand(), !negated);
    }
    if (condition instanceof Unary unary
        && unary.operator() == PrefixOperator.DEFINED
        && unary.operand() instanceof Accessor property) {
      String operator = negated ? "is not set" : "is set";
      return Optional.of(filter(property, STRING, operator, NullNode.instance));
    }
    if (condition instanceof FunctionCall call && !negated) {
      return affix(call);
    }
    if (condition instanceof Accessor property && !negated) {
      return Optional.of(filter(property, "boolean", "true", NullNode.instance));
    }
    if (condition instanceof Binary binary
        && (binary.operator() == InfixOperator.IN || binary.operator() == InfixOperator.NOT_IN)) {
      return membership(binary, negated != (binary.operator() == InfixOperator.NOT_IN));
    }
    return Comparison.of(condition).flatMap(comparison -> compared(comparison, negated));
  }

  private static Optional<ObjectNode> affix(FunctionCall call) {
    boolean prefix = call.function().filter(f -> f == FunctionName.HAS_PREFIX).isPresent();
    boolean suffix = call.function().filter(f -> f == FunctionName.HAS_SUFFIX).isPresent();
    if ((prefix || suffix)
        && call.arguments().get(0) instanceof Accessor property
        && call.arguments().get(1) instanceof StringLiteral text) {
      return Optional.of(
          filter(
              property,
              STRING,
              prefix ? "starts with" : "ends with",
              TextNode.valueOf(text.value())));
    }
    return Optional.empty();
  }

  private static Optional<ObjectNode> membership(Binary binary, boolean negated) {
    if (binary.left() instanceof StringLiteral text && binary.right() instanceof Accessor within) {
      return Optional.of(
          filter(
              within,
              STRING,
              negated ? "does not contain" : "contains",
              TextNode.valueOf(text.value())));
    }
    boolean valued = binary.left() instanceof Accessor || CustomFormula.computes(binary.left());
    return valued && binary.right() instanceof ListLiteral list
        ? equality(binary.left(), list.elements(), negated)
        : Optional.empty();
  }

  private static Optional<ObjectNode> equality(
      Expression property, List<Expression> constants, boolean negated) {
    ArrayNode values = JsonNodeFactory.instance.arrayNode();
    String operator = negated ? "does not equal" : "equals";
    if (!constants.isEmpty() && constants.stream().allMatch(c -> c instanceof StringLiteral)) {
      constants.forEach(c -> values.add(((StringLiteral) c).value()));
      return Optional.of(filter(property, STRING, operator, values));
    }
    for (Expression constant : constants) {
      Optional<BigDecimal> value = Comparison.number(constant);
      if (value.isEmpty()) {
        return Optional.empty();
      }
      values.add(number(value.get()));
    }
    return constants.isEmpty()
        ? Optional.empty()
        : Optional.of(filter(property, NUMBER, operator, values));
  }

  private static Optional<ObjectNode> compared(Comparison comparison, boolean negated) {
    Expression property = comparison.property();
    boolean equal = comparison.operator() == InfixOperator.EQUAL;
    if (equal || comparison.operator() == InfixOperator.NOT_EQUAL) {
      if (comparison.asTime()) {
        return Optional.empty();
      }
      if (comparison.constant() instanceof BooleanLiteral flag) {
        String value = Boolean.toString(flag.value());
        return equal && !negated
            ? Optional.of(filter(property, "boolean", value, NullNode.instance))
            : Optional.empty();
      }
      return equality(property, List.of(comparison.constant()), equal == negated);
    }
    // The negation of an order is true where the property is not set, which no filter says.
    if (negated) {
      return Optional.empty();
    }
    Optional<String> day = comparison.day();
    if (day.isPresent()) {
      return switch (comparison.operator()) {
        case LESS ->
            Optional.of(filter(property, "datetime", "was before", TextNode.valueOf(day.get())));
        case GREATER_OR_EQUAL ->
            Optional.of(filter(property, "datetime", "was since", TextNode.valueOf(day.get())));
        default -> Optional.empty();
      };
    }
    return comparison.asTime()
        ? Optional.empty()
        : comparison
            .number()
            .map(bound -> filter(property, NUMBER, order(comparison.operator()), number(bound)));
  }

  private static String order(InfixOperator operator) {
    return switch (operator) {
      case LESS -> "is less than";
      case LESS_OR_EQUAL -> "is at most";
      case GREATER -> "is greater than";
      default -> "is at least";
    };
  }

  private static ObjectNode filter(
      Expression property, String type, String operator, JsonNode value) {
    ObjectNode filter = Subject.of(property).inFilter();
    filter.put("filterType", type).put("defaultType", type);
    filter.put("filterOperator", operator);
    filter.set("filterValue", value);
    return filter;
  }

  /**
   * Returns the filter that keeps times in the last or next hours or days, or all others.
   *
   * @param seconds the length of the time; below 0 before now
   */
  static Optional<ObjectNode> relative(Expression property, boolean inside, long seconds) {
    boolean days = seconds % SECONDS_OF_DAY == 0;
    long unit = days ? SECONDS_OF_DAY : SECONDS_OF_HOUR;
    if (seconds % unit != 0 || seconds > 0 && !inside) {
      return Optional.empty();
    }
    String operator = seconds > 0 ? "was in the next" : inside ? "was in the" : "was not in the";
    JsonNode length = LongNode.valueOf(Math.abs(seconds / unit));
    return Optional.of(
        filter(property, "datetime", operator, length)
            .put("filterDateUnit", days ? "day" : "hour"));
  }

  private static JsonNode number(BigDecimal value) {
    return DecimalNode.valueOf(plain(value));
  }

  /** Returns a number that is written without an exponent and without a useless fraction. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal plain = value.stripTrailingZeros();
    return plain.scale() < 0 ? plain.setScale(0) : plain;
  }
}
