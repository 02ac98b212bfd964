package dev.mixpaneldata.expression;

import java.util.Iterator;
import java.util.List;

/**
 * Writes the canonical text: double quotes, single spaces, lower-case words, and parentheses only
 * where the tree would be another one without them.
 */
final class Printer implements ExpressionVisitor<Precedence> {
  private final StringBuilder out = new StringBuilder();

  private Printer() {}

  static String print(Expression expression) {
    Printer printer = new Printer();
    expression.accept(printer);
    return printer.out.toString();
  }

  /** Writes an operand, in parentheses if it binds more loosely than its place requires. */
  private void operand(Expression expression, Precedence loosest) {
    int start = out.length();
    Precedence precedence = expression.accept(this);
    if (precedence.looserThan(loosest)) {
      out.insert(start, '(').append(')');
    }
  }

  private void commaSeparated(char open, List<Expression> expressions, char close) {
    out.append(open);
    for (Iterator<Expression> rest = expressions.iterator(); rest.hasNext(); ) {
      rest.next().accept(this);
      out.append(rest.hasNext() ? ", " : "");
    }
    out.append(close);
  }

  @Override
  public Precedence visitAccessor(Accessor accessor) {
    out.append(accessor.source().word());
    out.append('[').append(Quotation.quote(accessor.name())).append(']');
    for (Step step : accessor.steps()) {
      out.append('[');
      if (step instanceof Step.Key key) {
        out.append(Quotation.quote(key.name()));
      } else if (step instanceof Step.Index index) {
        out.append(index.position());
      }
      out.append(']');
    }
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitString(StringLiteral literal) {
    out.append(Quotation.quote(literal.value()));
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitNumber(NumberLiteral literal) {
    out.append(literal.digits());
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitBoolean(BooleanLiteral literal) {
    out.append(literal.value());
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitEmpty(EmptyLiteral literal) {
    out.append(literal.word());
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitNow() {
    out.append(Now.NOW.name());
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitList(ListLiteral list) {
    commaSeparated('[', list.elements(), ']');
    return Precedence.PRIMARY;
  }

  @Override
  public Precedence visitUnary(Unary unary) {
    return switch (unary.operator()) {
      case NOT -> {
        out.append("not ");
        operand(unary.operand(), Precedence.NOT);
        yield Precedence.NOT;
      }
      case NEGATE -> {
        out.append('-');
        operand(unary.operand(), Precedence.SIGN);
        yield Precedence.SIGN;
      }
      case DEFINED -> {
        out.append("defined");
        commaSeparated('(', List.of(unary.operand()), ')');
        yield Precedence.PRIMARY;
      }
    };
  }

  @Override
  public Precedence visitBinary(Binary binary) {
    Precedence precedence = binary.operator().precedence();
    // Sums and products group to the left; comparisons do not chain at all.
    operand(binary.left(), precedence == Precedence.COMPARISON ? precedence.next() : precedence);
    out.append(' ').append(binary.operator().word()).append(' ');
    operand(binary.right(), precedence.next());
    return precedence;
  }

  @Override
  public Precedence visitLogical(Logical logical) {
    Precedence precedence = logical.operator().precedence();
    for (Iterator<Expression> rest = logical.operands().iterator(); rest.hasNext(); ) {
      operand(rest.next(), precedence.next());
      if (rest.hasNext()) {
        out.append(' ').append(logical.operator().word()).append(' ');
      }
    }
    return precedence;
  }

  @Override
  public Precedence visitCall(FunctionCall call) {
    out.append(call.name());
    commaSeparated('(', call.arguments(), ')');
    return Precedence.PRIMARY;
  }
}
