package dev.mixpaneldata.testkit.expression;

import dev.mixpaneldata.expression.Accessor;
import dev.mixpaneldata.expression.Binary;
import dev.mixpaneldata.expression.BooleanLiteral;
import dev.mixpaneldata.expression.EmptyLiteral;
import dev.mixpaneldata.expression.Expression;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.expression.ExpressionVisitor;
import dev.mixpaneldata.expression.FunctionCall;
import dev.mixpaneldata.expression.ListLiteral;
import dev.mixpaneldata.expression.Logical;
import dev.mixpaneldata.expression.LogicalOperator;
import dev.mixpaneldata.expression.NumberLiteral;
import dev.mixpaneldata.expression.StringLiteral;
import dev.mixpaneldata.expression.Unary;
import java.util.List;

/** The evaluation of one expression over one record. */
final class Evaluation implements ExpressionVisitor<Value> {
  private final Subject subject;
  private final ExpressionOptions options;
  private final Casts casts;
  private final Comparisons comparisons;

  Evaluation(Subject subject, ExpressionOptions options) {
    this.subject = subject;
    this.options = options;
    this.casts = new Casts(options);
    this.comparisons = new Comparisons(options, casts);
  }

  @Override
  public Value visitAccessor(Accessor accessor) {
    return Lookup.read(accessor, subject);
  }

  @Override
  public Value visitString(StringLiteral literal) {
    return new Value.Text(literal.value());
  }

  @Override
  public Value visitNumber(NumberLiteral literal) {
    return new Value.Numeric(literal.value());
  }

  @Override
  public Value visitBoolean(BooleanLiteral literal) {
    return new Value.Truth(literal.value());
  }

  @Override
  public Value visitEmpty(EmptyLiteral literal) {
    return switch (literal) {
      case NULL -> Value.Empty.NULL;
      case UNDEFINED -> Value.Empty.UNDEFINED;
    };
  }

  @Override
  public Value visitNow() {
    return new Value.Numeric(options.now());
  }

  @Override
  public Value visitList(ListLiteral list) {
    return new Value.Elements(evaluateAll(list.elements()));
  }

  @Override
  public Value visitUnary(Unary unary) {
    Value operand = unary.operand().accept(this);
    return switch (unary.operator()) {
      case NOT -> not(operand);
      case NEGATE ->
          operand instanceof Value.Numeric number
              ? new Value.Numeric(-number.value())
              : Value.Empty.UNDEFINED;
      case DEFINED -> new Value.Truth(isDefined(operand));
    };
  }

  private static Value not(Value operand) {
    if (operand instanceof Value.Truth truth) {
      return new Value.Truth(!truth.value());
    }
    return operand == Value.Empty.UNDEFINED ? new Value.Truth(true) : Value.Empty.UNDEFINED;
  }

  private boolean isDefined(Value operand) {
    return operand == Value.Empty.NULL ? options.nullIsDefined() : operand != Value.Empty.UNDEFINED;
  }

  @Override
  public Value visitBinary(Binary binary) {
    Value left = binary.left().accept(this);
    Value right = binary.right().accept(this);
    return switch (binary.operator()) {
      case EQUAL -> new Value.Truth(comparisons.equal(left, right));
      case NOT_EQUAL -> new Value.Truth(!comparisons.equal(left, right));
      case LESS -> comparisons.order(left, right, sign -> sign < 0);
      case LESS_OR_EQUAL -> comparisons.order(left, right, sign -> sign <= 0);
      case GREATER -> comparisons.order(left, right, sign -> sign > 0);
      case GREATER_OR_EQUAL -> comparisons.order(left, right, sign -> sign >= 0);
      case IN -> comparisons.in(left, right);
      case NOT_IN -> not(comparisons.in(left, right));
      case ADD -> Arithmetic.add(left, right);
      case SUBTRACT -> Arithmetic.compute(left, right, (a, b) -> a - b);
      case MULTIPLY -> Arithmetic.compute(left, right, (a, b) -> a * b);
      // A division by zero gives no finite number, and so undefined.
      case DIVIDE -> Arithmetic.compute(left, right, (a, b) -> a / b);
      case REMAINDER -> Arithmetic.compute(left, right, (a, b) -> a % b);
    };
  }

  @Override
  public Value visitLogical(Logical logical) {
    // Every operand is evaluated, so that an error does not depend on the order of operands.
    boolean all = true;
    boolean any = false;
    for (Value operand : evaluateAll(logical.operands())) {
      boolean holds;
      if (operand instanceof Value.Truth truth) {
        holds = truth.value();
      } else if (operand == Value.Empty.UNDEFINED) {
        holds = false;
      } else {
        throw new EvaluationException(
            "'" + logical.operator().word() + "' takes booleans, not " + operand);
      }
      all &= holds;
      any |= holds;
    }
    return new Value.Truth(logical.operator() == LogicalOperator.AND ? all : any);
  }

  @Override
  public Value visitCall(FunctionCall call) {
    List<Value> arguments = evaluateAll(call.arguments());
    return switch (call.function()
        .orElseThrow(() -> new EvaluationException("Unknown function: " + call.name()))) {
      case BOOLEAN -> casts.toBoolean(arguments.get(0));
      case NUMBER -> casts.toNumber(arguments.get(0));
      case STRING -> casts.toText(arguments.get(0));
      case LIST -> casts.toList(arguments.get(0));
      case DATETIME -> casts.toDatetime(arguments.get(0));
      case FLOOR -> Arithmetic.floor(arguments.get(0));
      case ROUND -> Arithmetic.round(arguments.get(0), options.halves());
      case CEIL -> Arithmetic.ceil(arguments.get(0));
      case HAS_PREFIX -> comparisons.affix(arguments.get(0), arguments.get(1), String::startsWith);
      case HAS_SUFFIX -> comparisons.affix(arguments.get(0), arguments.get(1), String::endsWith);
    };
  }

  private List<Value> evaluateAll(List<Expression> expressions) {
    return expressions.stream().map(expression -> expression.accept(this)).toList();
  }
}
