package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads an expression by climbing the levels of {@link Precedence}. */
final class Parser {
  /** The greatest height of a tree. A chain of conditions is one level, no matter how long. */
  static final int MAX_DEPTH = 100;

  /** A tree of that height needs at most this many brackets and signs in each other. */
  private static final int MAX_NESTING = 2 * MAX_DEPTH + 1;

  private final SourceText source;
  private final Lexer lexer;
  private final boolean lenient;
  private Token current;

  /** The bare name that the expression read last consists of; null if it is anything else. */
  private @Nullable Token bare;

  private int nesting;

  /** The height of the expression that was read last. */
  private int height;

  private Parser(SourceText text, boolean lenient) {
    source = text;
    this.lenient = lenient;
    lexer = new Lexer(source, lenient);
    current = lexer.next();
  }

  static Expression parse(String text) {
    return parse(new SourceText(text, "", ""));
  }

  static Expression parse(SourceText text) {
    return new Parser(text, false).whole();
  }

  /**
   * Reads what people write, too: {@code =} for {@code ==}, and a bare name for a property where no
   * text can be meant.
   */
  static Expression parseLeniently(SourceText text) {
    return new Parser(text, true).whole();
  }

  private Expression whole() {
    if (current.kind() == Token.Kind.END) {
      throw source.problem(
          0, "it is empty.", "Write an expression such as properties[\"plan\"] == \"pro\".");
    }
    Expression expression = expression(Precedence.OR);
    if (current.kind() == Token.Kind.END) {
      refuseBareName();
    } else {
      throw source.problem(
          current.start(),
          "expected an operator or the end, found " + current.description() + ".",
          SyntaxHints.noOperator(current));
    }
    return expression;
  }

  /**
   * Reads an expression, as long as operators bind at least this tightly. One method for all levels
   * keeps the stack low where expressions nest.
   */
  private Expression expression(Precedence loosest) {
    Expression left = operand(loosest);
    while (true) {
      LogicalOperator joint = logicalOperator();
      InfixOperator operator = binaryOperator();
      if (joint != null && !joint.precedence().looserThan(loosest)) {
        left = chain(left, joint);
      } else if (operator != null && !operator.precedence().looserThan(loosest)) {
        left = binary(left, operator);
      } else {
        return left;
      }
    }
  }

  private Expression operand(Precedence loosest) {
    if (current.isWord("not") && !Precedence.NOT.looserThan(loosest)) {
      return prefixed(PrefixOperator.NOT, Precedence.NOT);
    }
    if (current.isSymbol("-")) {
      return prefixed(PrefixOperator.NEGATE, Precedence.SIGN);
    }
    return primary();
  }

  private Expression prefixed(PrefixOperator operator, Precedence precedence) {
    nest();
    Expression operand = expression(precedence);
    leave();
    if (operator == PrefixOperator.NOT) {
      refuseBareName();
    }
    bare = null;
    return new Unary(operator, operand);
  }

  private Expression chain(Expression first, LogicalOperator operator) {
    refuseBareName();
    int highest = height;
    List<Expression> operands = new ArrayList<>();
    operands.add(first);
    while (current.isWord(operator.word())) {
      advance();
      operands.add(expression(operator.precedence().next()));
      refuseBareName();
      highest = Math.max(highest, height);
    }
    grow(highest);
    return new Logical(operator, operands);
  }

  private Expression binary(Expression left, InfixOperator operator) {
    int leftHeight = height;
    advance();
    if (operator == InfixOperator.NOT_IN) {
      if (!current.isWord("in")) {
        throw expected("'in' after 'not'", "Write the negation before the comparison: not a == b.");
      }
      advance();
    }
    Expression right = expression(operator.precedence().next());
    if (operator.precedence() == Precedence.COMPARISON && !isConstant(left)) {
      // plan == pro: the second word is more likely a text than a property.
      refuseBareName();
    }
    bare = null;
    grow(Math.max(leftHeight, height));
    InfixOperator following = binaryOperator();
    if (operator.precedence() == Precedence.COMPARISON
        && following != null
        && following.precedence() == Precedence.COMPARISON) {
      throw source.problem(
          current.start(),
          "comparisons cannot be chained.",
          "Join two with and, such as a > 1 and a < 9, or use parentheses.");
    }
    return new Binary(operator, left, right);
  }

  private @Nullable LogicalOperator logicalOperator() {
    for (LogicalOperator operator : LogicalOperator.values()) {
      if (current.isWord(operator.word())) {
        return operator;
      }
    }
    return null;
  }

  private @Nullable InfixOperator binaryOperator() {
    for (InfixOperator operator : InfixOperator.values()) {
      if (current.isSymbol(operator.word()) || current.isWord(operator.word())) {
        return operator;
      }
    }
    // After an operand, 'not' can only be the beginning of 'not in'.
    return current.isWord("not") ? InfixOperator.NOT_IN : null;
  }

  private Expression primary() {
    Token token = current;
    height = 1;
    bare = null;
    return switch (token.kind()) {
      case STRING -> {
        advance();
        yield new StringLiteral(token.text());
      }
      case NUMBER -> number();
      case WORD -> word();
      case SYMBOL -> bracketed();
      case END -> throw noValue(token);
    };
  }

  private Expression number() {
    Token token = current;
    advance();
    if (Double.isInfinite(Double.parseDouble(token.text()))) {
      throw source.problem(
          token.start(), "the number is larger than a double.", "Use a number below 1.7e308.");
    }
    return new NumberLiteral(token.text());
  }

  private Expression bracketed() {
    if (current.isSymbol("(")) {
      nest();
      Expression expression = expression(Precedence.OR);
      nesting--;
      close(")");
      return expression;
    }
    if (current.isSymbol("[")) {
      return new ListLiteral(commaSeparated("]"));
    }
    throw noValue(current);
  }

  private Expression word() {
    Token word = current;
    advance();
    switch (word.text()) {
      case "true":
      case "false":
        return new BooleanLiteral(word.isWord("true"));
      case "null":
        return EmptyLiteral.NULL;
      case "undefined":
        return EmptyLiteral.UNDEFINED;
      case "NOW":
        return Now.NOW;
      case "defined":
        return defined();
      default:
        break;
    }
    for (PropertySource candidate : PropertySource.values()) {
      if (word.isWord(candidate.word())) {
        return accessor(candidate);
      }
    }
    if (current.isSymbol("(") && Keywords.canNameFunction(word.text())) {
      return call(word);
    }
    if (lenient && !Keywords.reserved(word.text()) && !SyntaxHints.meansNull(word.text())) {
      bare = word;
      return Expression.property(word.text());
    }
    throw noValue(word);
  }

  /** Refuses a bare name in a place where it may as well be a text, or a slip. */
  private void refuseBareName() {
    if (bare != null) {
      throw noValue(bare);
    }
  }

  private static boolean isConstant(Expression expression) {
    return expression instanceof StringLiteral
        || expression instanceof NumberLiteral
        || expression instanceof BooleanLiteral
        || expression instanceof FunctionCall call
            && call.arguments().stream().allMatch(Parser::isConstant);
  }

  private Expression defined() {
    deepen();
    Expression operand = primary();
    leave();
    bare = null;
    return new Unary(PrefixOperator.DEFINED, operand);
  }

  private Expression accessor(PropertySource from) {
    if (!current.isSymbol("[")) {
      throw expected("'[' after '" + from.word() + "'", SyntaxHints.accessor(from.word(), current));
    }
    advance();
    if (current.kind() != Token.Kind.STRING) {
      throw expected("a name in quotes", SyntaxHints.accessor(from.word(), current));
    }
    String name = current.text();
    advance();
    close("]");
    List<Step> steps = new ArrayList<>();
    while (current.isSymbol("[")) {
      advance();
      steps.add(step(from));
      advance();
      close("]");
    }
    return new Accessor(from, name, steps);
  }

  private Step step(PropertySource from) {
    if (current.kind() == Token.Kind.STRING) {
      return new Step.Key(current.text());
    }
    if (current.kind() == Token.Kind.NUMBER && current.text().matches("[0-9]{1,9}")) {
      return new Step.Index(Integer.parseInt(current.text()));
    }
    throw expected(
        "a key in quotes or a position of a list",
        "Write " + from.word() + "[\"name\"][\"key\"] or " + from.word() + "[\"name\"][0].");
  }

  private Expression call(Token name) {
    List<Expression> arguments = commaSeparated(")");
    bare = null;
    FunctionName.named(name.text())
        .filter(function -> function.arity() != arguments.size())
        .ifPresent(
            function -> {
              throw source.problem(
                  name.start(),
                  FunctionCall.wrongCount(function, arguments.size()),
                  "Give as many arguments as the function takes.");
            });
    return new FunctionCall(name.text(), arguments);
  }

  /** Reads a list from its opening bracket to behind its closing one. */
  private List<Expression> commaSeparated(String closing) {
    nest();
    int highest = 0;
    List<Expression> expressions = new ArrayList<>();
    while (!current.isSymbol(closing)) {
      if (!expressions.isEmpty()) {
        if (!current.isSymbol(",")) {
          throw expected("',' or '" + closing + "'", SyntaxHints.noOperator(current));
        }
        advance();
      }
      expressions.add(expression(Precedence.OR));
      highest = Math.max(highest, height);
      if (closing.equals("]") || expressions.size() > 1) {
        refuseBareName();
      }
    }
    nesting--;
    bare = null;
    advance();
    grow(highest);
    return expressions;
  }

  private void close(String symbol) {
    if (!current.isSymbol(symbol)) {
      throw expected("'" + symbol + "'", SyntaxHints.noOperator(current));
    }
    advance();
  }

  private void advance() {
    current = lexer.next();
  }

  /** Steps over the token that begins a nested expression. */
  private void nest() {
    deepen();
    advance();
  }

  private void leave() {
    nesting--;
    grow(height);
  }

  private void deepen() {
    nesting++;
    if (nesting > MAX_NESTING) {
      throw tooDeep();
    }
  }

  /** Counts the node above operands of this height. */
  private void grow(int below) {
    height = below + 1;
    if (height > MAX_DEPTH) {
      throw tooDeep();
    }
  }

  private MixpanelDataException tooDeep() {
    return source.problem(
        current.start(),
        "it is nested more than " + MAX_DEPTH + " levels deep.",
        "Use a list: properties[\"plan\"] in [\"a\", \"b\"]. Chains of and/or may be long.");
  }

  private MixpanelDataException noValue(Token found) {
    return source.problem(
        found.start(),
        "expected a value, found " + found.description() + ".",
        SyntaxHints.noValue(found));
  }

  private MixpanelDataException expected(String what, String hint) {
    return source.problem(
        current.start(), "expected " + what + ", found " + current.description() + ".", hint);
  }
}
