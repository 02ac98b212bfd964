package dev.mixpaneldata.testkit.naive;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A formula as a list of words, evaluated with two stacks. A sign before an operand is {@code ~}.
 */
final class NaiveFormula {
  private static final Pattern WORD = Pattern.compile("[A-Z]+|[0-9.]+|[-+*/^()]");

  private final List<String> words = new ArrayList<>();

  NaiveFormula(String text) {
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String last = words.isEmpty() ? "(" : words.get(words.size() - 1);
      boolean sign = word.group().equals("-") && "(+-*/~".contains(last);
      words.add(sign ? "~" : word.group());
    }
  }

  boolean reads(int metric) {
    return words.stream().anyMatch(word -> isLetters(word) && place(word) == metric);
  }

  /** Returns the value; null if an operand is missing or the value is no finite number. */
  @Nullable Double value(List<@Nullable Double> metrics) {
    Deque<Double> values = new ArrayDeque<>();
    Deque<String> operators = new ArrayDeque<>();
    for (String word : words) {
      if (isLetters(word)) {
        @Nullable Double operand = metrics.get(place(word));
        values.push(operand == null ? Double.NaN : operand);
      } else if (Character.isDigit(word.charAt(0)) || word.charAt(0) == '.') {
        values.push(Double.valueOf(word));
      } else if (word.equals("(")) {
        operators.push(word);
      } else if (word.equals(")")) {
        while (!"(".equals(operators.peek())) {
          apply(operators.pop(), values);
        }
        operators.pop();
      } else {
        while (!word.equals("~") && !operators.isEmpty() && precedes(operators.peek(), word)) {
          apply(operators.pop(), values);
        }
        operators.push(word);
      }
    }
    while (!operators.isEmpty()) {
      apply(operators.pop(), values);
    }
    double value = values.pop();
    return Double.isFinite(value) ? value : null;
  }

  private static boolean precedes(String before, String now) {
    return !before.equals("(")
        && (rank(before) > rank(now) || rank(before) == rank(now) && !now.equals("^"));
  }

  private static int rank(String operator) {
    return switch (operator) {
      case "^" -> 3;
      case "~" -> 2;
      case "*", "/" -> 1;
      default -> 0;
    };
  }

  private static void apply(String operator, Deque<Double> values) {
    double right = values.pop();
    if (operator.equals("~")) {
      values.push(-right);
      return;
    }
    double left = values.pop();
    values.push(
        switch (operator) {
          case "+" -> left + right;
          case "-" -> left - right;
          case "*" -> left * right;
          case "/" -> left / right;
          default -> Math.pow(left, right);
        });
  }

  private static boolean isLetters(String word) {
    return Character.isUpperCase(word.charAt(0));
  }

  private static int place(String letters) {
    int place = 0;
    for (char letter : letters.toCharArray()) {
      place = 26 * place + (letter - 'A');
    }
    return place;
  }
}
