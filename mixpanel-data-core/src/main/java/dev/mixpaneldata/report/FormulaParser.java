package dev.mixpaneldata.report;

import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntToDoubleFunction;

/** Reads formulas. Products bind tighter than sums, powers tighter than both and to the right. */
final class FormulaParser {
  /** A part of a formula. */
  @FunctionalInterface
  interface Tree {
    /** Returns the value for the metrics' values by place. */
    double value(IntToDoubleFunction metrics);
  }

  /**
   * A formula that was read.
   *
   * @param operands the places of the metrics that it reads
   */
  record Parsed(Tree tree, Set<Integer> operands) {}

  private static final int DEEPEST = 100;

  private final String text;
  private final Set<Integer> operands = new TreeSet<>();
  private int at;
  private int depth;

  private FormulaParser(String text) {
    this.text = text;
  }

  static Parsed parse(String text) {
    FormulaParser parser = new FormulaParser(text);
    Tree tree = parser.sum();
    parser.skipBlanks();
    if (parser.at < text.length()) {
      throw parser.refused("'" + text.charAt(parser.at) + "' has no meaning here");
    }
    if (parser.operands.isEmpty()) {
      throw parser.refused("it reads no metric");
    }
    return new Parsed(tree, Set.copyOf(parser.operands));
  }

  private Tree sum() {
    Tree left = product();
    while (true) {
      if (takes('+')) {
        Tree a = left;
        Tree b = product();
        left = metrics -> a.value(metrics) + b.value(metrics);
      } else if (takes('-')) {
        Tree a = left;
        Tree b = product();
        left = metrics -> a.value(metrics) - b.value(metrics);
      } else {
        return left;
      }
    }
  }

  private Tree product() {
    Tree left = signed();
    while (true) {
      if (takes('*')) {
        Tree a = left;
        Tree b = signed();
        left = metrics -> a.value(metrics) * b.value(metrics);
      } else if (takes('/')) {
        Tree a = left;
        Tree b = signed();
        left = metrics -> a.value(metrics) / b.value(metrics);
      } else {
        return left;
      }
    }
  }

  private Tree signed() {
    if (takes('-')) {
      deeper();
      Tree operand = signed();
      depth--;
      return metrics -> -operand.value(metrics);
    }
    return power();
  }

  private Tree power() {
    Tree base = operand();
    if (!takes('^')) {
      return base;
    }
    deeper();
    Tree exponent = power();
    depth--;
    return metrics -> Math.pow(base.value(metrics), exponent.value(metrics));
  }

  private Tree operand() {
    if (takes('(')) {
      deeper();
      Tree inside = sum();
      depth--;
      if (!takes(')')) {
        throw refused("a parenthesis is not closed");
      }
      return inside;
    }
    skipBlanks();
    int start = at;
    while (at < text.length() && isUpper(text.charAt(at))) {
      at++;
    }
    if (at > start) {
      int place = place(text.substring(start, at));
      operands.add(place);
      return metrics -> metrics.applyAsDouble(place);
    }
    while (at < text.length() && (isDigit(text.charAt(at)) || text.charAt(at) == '.')) {
      at++;
    }
    String digits = text.substring(start, at);
    if (!digits.matches("\\d+(\\.\\d+)?|\\.\\d+")) {
      throw refused(
          start < text.length() && digits.isEmpty()
              ? "'" + text.charAt(start) + "' has no meaning here"
              : digits.isEmpty() ? "it ends too early" : "'" + digits + "' is not a number");
    }
    double number = Double.parseDouble(digits);
    return metrics -> number;
  }

  /** Returns the place of a metric: letters are digits of base 26, and A is 0. */
  private int place(String letters) {
    int place = 0;
    for (char letter : letters.toCharArray()) {
      place = place * 26 + letter - 'A';
    }
    if (letters.length() > 2 || !Formula.letters(place).equals(letters)) {
      throw refused("'" + letters + "' is not a metric; they are A to Z, then BA, BB, …");
    }
    return place;
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw refused("it is nested deeper than " + DEEPEST + " levels");
    }
  }

  private boolean takes(char wanted) {
    skipBlanks();
    if (at < text.length() && text.charAt(at) == wanted) {
      at++;
      return true;
    }
    return false;
  }

  private void skipBlanks() {
    while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
      at++;
    }
  }

  private static boolean isUpper(char c) {
    return c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private MixpanelDataException refused(String why) {
    return MixpanelDataException.invalidArgument(
        "The formula '" + text + "' cannot be read: " + why + ".",
        "Write numbers, the letters of metrics (A is the first), + - * / ^ and parentheses, such"
            + " as A/B*100.");
  }
}
