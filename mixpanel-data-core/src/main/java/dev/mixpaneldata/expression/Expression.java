package dev.mixpaneldata.expression;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;

/**
 * An expression of Mixpanel's language: the condition of a {@code where}, or the value of an {@code
 * on}. Read one from a text with {@link #parse}, or build it:
 *
 * <pre>{@code
 * Expression.property("plan").equalTo("premium").and(Expression.property("amount").greaterThan(10))
 * }</pre>
 *
 * It is an immutable tree; code that gives it a meaning walks it with {@link #accept}. Two
 * expressions are equal if their trees are equal; {@code parse(e.text())} equals {@code e} up to
 * 100 levels of depth.
 */
public sealed interface Expression
    permits Accessor,
        StringLiteral,
        NumberLiteral,
        BooleanLiteral,
        EmptyLiteral,
        Now,
        ListLiteral,
        Unary,
        Binary,
        Logical,
        FunctionCall {

  /**
   * Reads a text.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} with the place
   *     and what was expected there
   */
  static Expression parse(String text) {
    return Parser.parse(text);
  }

  /**
   * Reads a condition as people write it. Beside Mixpanel's language it takes {@code =} for {@code
   * ==}, and a bare name for a property where no text can be meant: {@code plan = "pro" and amount
   * > 10}, {@code not defined(coupon)}, but neither {@code plan == pro} nor {@code paying}.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} as {@link #parse}
   */
  static Expression read(String text) {
    return readInside("", text, "");
  }

  /**
   * Reads a condition as {@link #read} does that stands inside a longer text, such as {@code
   * Purchase[…]}; positions in errors are those in the whole.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} as {@link #parse}
   */
  static Expression readInside(String before, String text, String after) {
    return Parser.parseLeniently(new SourceText(text, before, after));
  }

  /**
   * Reads the text by which a user splits a report {@code on}: an expression, or the bare name of a
   * property. It is an expression if it reads a property, as {@code number(properties["age"])}
   * does; everything else is a name: {@code plan}, {@code $city}, {@code plan type}, {@code 2fa},
   * {@code true}.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for an expression
   *     with a mistake in it ({@code properties["plan]}), for a constant in quotes ({@code
   *     "plan"}), and for a call that reads no property ({@code number(age)}): each of these is
   *     unlikely to be meant as a name. {@link #property} takes such names too.
   */
  static Expression on(String nameOrText) {
    return GroupByText.read(nameOrText);
  }

  /**
   * Returns an accessor of a property of an event, or of a profile if profiles are queried; the
   * name is exact.
   */
  static Accessor property(String name) {
    return new Accessor(PropertySource.PROPERTIES, name);
  }

  /** Returns an accessor of a property of the profile of the event's user; the name is exact. */
  static Accessor userProperty(String name) {
    return new Accessor(PropertySource.USER, name);
  }

  /** Returns an accessor of the time of the event: {@code event["$time"]}. */
  static Accessor eventTime() {
    return new Accessor(PropertySource.EVENT, "$time");
  }

  /** Returns a constant text. */
  static Expression literal(String value) {
    return new StringLiteral(value);
  }

  /**
   * Returns a constant number, written in decimal digits without an exponent.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for an infinite
   *     one and for NaN
   */
  static Expression literal(Number value) {
    return Literals.number(value);
  }

  /** Returns a constant truth value. */
  static Expression literal(boolean value) {
    return new BooleanLiteral(value);
  }

  /**
   * Returns a list of constants.
   *
   * @param values strings, numbers, booleans or expressions
   */
  static Expression list(List<?> values) {
    return Literals.list(values);
  }

  /** Returns a point in time, exact to the millisecond: {@code datetime(1717200000000)}. */
  static Expression datetime(Instant instant) {
    return Literals.datetime(instant);
  }

  /**
   * Returns a wall-clock time, exact to the second: {@code datetime("2026-01-10T00:00:00")}.
   * Mixpanel does not document its zone; locally it is {@link ExpressionOptions#datetimeZone}.
   */
  static Expression datetime(LocalDateTime wallClock) {
    return Literals.datetime(wallClock);
  }

  /**
   * Returns the point in time that lies this long before the question: {@code datetime(NOW -
   * 604800)}. It is exact to the second.
   */
  static Expression ago(Duration time) {
    return new FunctionCall(
        FunctionName.DATETIME,
        new Binary(InfixOperator.SUBTRACT, Now.NOW, literal(time.toSeconds())));
  }

  /** Returns a call of a known function. */
  static Expression call(FunctionName function, Expression... arguments) {
    return new FunctionCall(function, arguments);
  }

  /** Returns a condition that is true if the given one is false or undefined. */
  static Expression not(Expression condition) {
    return new Unary(PrefixOperator.NOT, condition);
  }

  /** Returns the condition that this value equals a text. */
  default Expression equalTo(String value) {
    return equalTo(literal(value));
  }

  /** Returns the condition that this value equals a number; a text of the same digits does not. */
  default Expression equalTo(Number value) {
    return equalTo(literal(value));
  }

  /** Returns the condition that this value equals a truth value. */
  default Expression equalTo(boolean value) {
    return equalTo(literal(value));
  }

  /** Returns the condition that both values have one type and are equal. */
  default Expression equalTo(Expression other) {
    return new Binary(InfixOperator.EQUAL, this, other);
  }

  /** Returns the condition that this value does not equal a text; true even if nothing is set. */
  default Expression notEqualTo(String value) {
    return notEqualTo(literal(value));
  }

  /** Returns the condition that this value does not equal a number; true even if nothing is set. */
  default Expression notEqualTo(Number value) {
    return notEqualTo(literal(value));
  }

  /**
   * Returns the condition that this value does not equal a truth value; true even if nothing is
   * set.
   */
  default Expression notEqualTo(boolean value) {
    return notEqualTo(literal(value));
  }

  /** Returns the condition that the values have different types or are not equal. */
  default Expression notEqualTo(Expression other) {
    return new Binary(InfixOperator.NOT_EQUAL, this, other);
  }

  /** Returns the condition that this value is less than a number. */
  default Expression lessThan(Number bound) {
    return lessThan(literal(bound));
  }

  /** Returns the condition that this value is less than another one of its type. */
  default Expression lessThan(Expression bound) {
    return new Binary(InfixOperator.LESS, this, bound);
  }

  /** Returns the condition that this value is less than or equal to a number. */
  default Expression atMost(Number bound) {
    return atMost(literal(bound));
  }

  /** Returns the condition that this value is less than or equal to another one of its type. */
  default Expression atMost(Expression bound) {
    return new Binary(InfixOperator.LESS_OR_EQUAL, this, bound);
  }

  /** Returns the condition that this value is greater than a number. */
  default Expression greaterThan(Number bound) {
    return greaterThan(literal(bound));
  }

  /** Returns the condition that this value is greater than another one of its type. */
  default Expression greaterThan(Expression bound) {
    return new Binary(InfixOperator.GREATER, this, bound);
  }

  /** Returns the condition that this value is greater than or equal to a number. */
  default Expression atLeast(Number bound) {
    return atLeast(literal(bound));
  }

  /** Returns the condition that this value is greater than or equal to another one of its type. */
  default Expression atLeast(Expression bound) {
    return new Binary(InfixOperator.GREATER_OR_EQUAL, this, bound);
  }

  /**
   * Returns the condition that this value is from {@code lowest} to {@code highest}, both
   * inclusive.
   */
  default Expression between(Number lowest, Number highest) {
    return atLeast(lowest).and(atMost(highest));
  }

  /** Returns the condition that this value is before a point in time, exclusive. */
  default Expression before(Instant instant) {
    return lessThan(datetime(instant));
  }

  /** Returns the condition that this value is after a point in time, exclusive. */
  default Expression after(Instant instant) {
    return greaterThan(datetime(instant));
  }

  /**
   * Returns the condition that this value is before a wall-clock time, exclusive; see {@link
   * #datetime}.
   */
  default Expression before(LocalDateTime wallClock) {
    return lessThan(datetime(wallClock));
  }

  /**
   * Returns the condition that this value is after a wall-clock time, exclusive; see {@link
   * #datetime}.
   */
  default Expression after(LocalDateTime wallClock) {
    return greaterThan(datetime(wallClock));
  }

  /**
   * Returns the condition that this value equals one of the given ones.
   *
   * @param values strings, numbers, booleans or expressions
   */
  default Expression in(List<?> values) {
    return new Binary(InfixOperator.IN, this, list(values));
  }

  /**
   * Returns the condition that this value is a text with this part, or a list with this element.
   */
  default Expression contains(String part) {
    return new Binary(InfixOperator.IN, literal(part), this);
  }

  /** Returns the condition that this value is set. */
  default Expression isDefined() {
    return new Unary(PrefixOperator.DEFINED, this);
  }

  /** Returns the condition that both conditions are true. */
  default Expression and(Expression condition) {
    return Logical.join(LogicalOperator.AND, this, condition);
  }

  /** Returns the condition that at least one of both conditions is true. */
  default Expression or(Expression condition) {
    return Logical.join(LogicalOperator.OR, this, condition);
  }

  /** Joins this value and another one by an operator without a method of its own. */
  default Expression with(InfixOperator operator, Expression right) {
    return new Binary(operator, this, right);
  }

  /** Returns the canonical text, as Mixpanel takes it. */
  default String text() {
    return Printer.print(this);
  }

  /** Calls the visitor's method for this kind of node. */
  <R> R accept(ExpressionVisitor<R> visitor);
}
