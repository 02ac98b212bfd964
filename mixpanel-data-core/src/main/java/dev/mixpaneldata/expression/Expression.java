package dev.mixpaneldata.expression;

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
 * Immutable, and a tree: whoever gives it a meaning walks it with {@link #accept}. Two expressions
 * are equal if their trees are; {@code parse(e.text())} equals {@code e} up to 100 levels of depth.
 */
public sealed interface Expression
    permits Accessor,
        StringLiteral,
        NumberLiteral,
        BooleanLiteral,
        EmptyLiteral,
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
   * Reads an expression that stands inside a longer text, such as {@code Purchase[…]}; positions in
   * errors are those in the whole.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} as {@link #parse}
   */
  static Expression parseInside(String before, String text, String after) {
    return Parser.parse(new SourceText(text, before, after));
  }

  /**
   * Reads what a user gives to split a report {@code on}: an expression, or the bare name of a
   * property. It is an expression if it reads a property, as {@code number(properties["age"])}
   * does; everything else is a name: {@code plan}, {@code $city}, {@code plan type}, {@code 2fa},
   * {@code true}.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for an expression
   *     with a mistake in it ({@code properties["plan]}), for a constant in quotes ({@code
   *     "plan"}), and for a call that reads no property ({@code number(age)}): none of them is
   *     likely to be meant as a name. {@link #property} takes such names too.
   */
  static Expression on(String nameOrText) {
    return GroupByText.read(nameOrText);
  }

  /** The property of an event, or of a profile where profiles are queried; its exact name. */
  static Accessor property(String name) {
    return new Accessor(PropertySource.PROPERTIES, name);
  }

  /** The property of the profile of the event's user; its exact name. */
  static Accessor userProperty(String name) {
    return new Accessor(PropertySource.USER, name);
  }

  /** When the event happened: {@code event["$time"]}. */
  static Accessor eventTime() {
    return new Accessor(PropertySource.EVENT, "$time");
  }

  /** A constant text. */
  static Expression literal(String value) {
    return new StringLiteral(value);
  }

  /**
   * A constant number, written in decimal digits without an exponent.
   *
   * @throws dev.mixpaneldata.error.MixpanelDataException {@code INVALID_ARGUMENT} for an infinite
   *     one and for NaN
   */
  static Expression literal(Number value) {
    return Literals.number(value);
  }

  /** A constant truth. */
  static Expression literal(boolean value) {
    return new BooleanLiteral(value);
  }

  /**
   * A list of constants.
   *
   * @param values strings, numbers, booleans or expressions
   */
  static Expression list(List<?> values) {
    return Literals.list(values);
  }

  /** A point in time, exact to the millisecond: {@code datetime(1717200000000)}. */
  static Expression datetime(Instant instant) {
    return Literals.datetime(instant);
  }

  /**
   * What a clock shows, exact to the second: {@code datetime("2026-01-10T00:00:00")}. In which zone
   * is not documented by Mixpanel; locally it is {@link ExpressionOptions#datetimeZone}.
   */
  static Expression datetime(LocalDateTime wallClock) {
    return Literals.datetime(wallClock);
  }

  /** A call of a known function. */
  static Expression call(FunctionName function, Expression... arguments) {
    return new FunctionCall(function, arguments);
  }

  /** Whether the condition is false or undefined. */
  static Expression not(Expression condition) {
    return new Unary(PrefixOperator.NOT, condition);
  }

  /** Equal to a text. */
  default Expression equalTo(String value) {
    return equalTo(literal(value));
  }

  /** Equal to a number; a text of the same digits is not. */
  default Expression equalTo(Number value) {
    return equalTo(literal(value));
  }

  /** Equal to a truth. */
  default Expression equalTo(boolean value) {
    return equalTo(literal(value));
  }

  /** Of the same type and equal. */
  default Expression equalTo(Expression other) {
    return new Binary(InfixOperator.EQUAL, this, other);
  }

  /** Not equal to a text; true also where nothing is set. */
  default Expression notEqualTo(String value) {
    return notEqualTo(literal(value));
  }

  /** Not equal to a number; true also where nothing is set. */
  default Expression notEqualTo(Number value) {
    return notEqualTo(literal(value));
  }

  /** Not equal to a truth; true also where nothing is set. */
  default Expression notEqualTo(boolean value) {
    return notEqualTo(literal(value));
  }

  /** Of another type or not equal. */
  default Expression notEqualTo(Expression other) {
    return new Binary(InfixOperator.NOT_EQUAL, this, other);
  }

  /** Less than a number. */
  default Expression lessThan(Number bound) {
    return lessThan(literal(bound));
  }

  /** Less than another value of the same type. */
  default Expression lessThan(Expression bound) {
    return new Binary(InfixOperator.LESS, this, bound);
  }

  /** Less than a number or equal to it. */
  default Expression atMost(Number bound) {
    return atMost(literal(bound));
  }

  /** Less than another value of the same type or equal to it. */
  default Expression atMost(Expression bound) {
    return new Binary(InfixOperator.LESS_OR_EQUAL, this, bound);
  }

  /** Greater than a number. */
  default Expression greaterThan(Number bound) {
    return greaterThan(literal(bound));
  }

  /** Greater than another value of the same type. */
  default Expression greaterThan(Expression bound) {
    return new Binary(InfixOperator.GREATER, this, bound);
  }

  /** Greater than a number or equal to it. */
  default Expression atLeast(Number bound) {
    return atLeast(literal(bound));
  }

  /** Greater than another value of the same type or equal to it. */
  default Expression atLeast(Expression bound) {
    return new Binary(InfixOperator.GREATER_OR_EQUAL, this, bound);
  }

  /** From {@code lowest} to {@code highest}, both inclusive. */
  default Expression between(Number lowest, Number highest) {
    return atLeast(lowest).and(atMost(highest));
  }

  /** Earlier than a point in time, which itself is excluded. */
  default Expression before(Instant instant) {
    return lessThan(datetime(instant));
  }

  /** Later than a point in time, which itself is excluded. */
  default Expression after(Instant instant) {
    return greaterThan(datetime(instant));
  }

  /** Earlier than what a clock shows, which itself is excluded; see {@link #datetime}. */
  default Expression before(LocalDateTime wallClock) {
    return lessThan(datetime(wallClock));
  }

  /** Later than what a clock shows, which itself is excluded; see {@link #datetime}. */
  default Expression after(LocalDateTime wallClock) {
    return greaterThan(datetime(wallClock));
  }

  /**
   * Equal to one of the values.
   *
   * @param values strings, numbers, booleans or expressions
   */
  default Expression in(List<?> values) {
    return new Binary(InfixOperator.IN, this, list(values));
  }

  /** A text that holds this part, or a list that has this element. */
  default Expression contains(String part) {
    return new Binary(InfixOperator.IN, literal(part), this);
  }

  /** Whether the value is set. */
  default Expression isDefined() {
    return new Unary(PrefixOperator.DEFINED, this);
  }

  /** Whether both conditions are true. */
  default Expression and(Expression condition) {
    return Logical.join(LogicalOperator.AND, this, condition);
  }

  /** Whether one of the conditions is true. */
  default Expression or(Expression condition) {
    return Logical.join(LogicalOperator.OR, this, condition);
  }

  /** This value with another one, by an operator that has no method of its own here. */
  default Expression with(InfixOperator operator, Expression right) {
    return new Binary(operator, this, right);
  }

  /** The canonical text, as Mixpanel takes it. */
  default String text() {
    return Printer.print(this);
  }

  /** Calls the visitor's method for this kind of node. */
  <R> R accept(ExpressionVisitor<R> visitor);
}
