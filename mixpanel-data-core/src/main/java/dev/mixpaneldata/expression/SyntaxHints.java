package dev.mixpaneldata.expression;

import java.util.Locale;

/** Hints about the commonest mistakes in expressions. */
final class SyntaxHints {
  static final String OPERATORS =
      "Operators are == != < <= > >= in, not in, + - * / %, and, or, not.";

  private SyntaxHints() {}

  /** Returns a hint for a token in the place of a value. */
  static String noValue(Token found) {
    return switch (found.kind()) {
      case WORD -> wordForValue(found.text());
      case END -> "Something is missing, such as a constant or properties[\"name\"].";
      default -> "Values are properties[\"name\"], \"text\", 12, true, [1, 2] and calls.";
    };
  }

  /** Returns whether other languages call null so. */
  static boolean meansNull(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    return lower.equals("none") || lower.equals("nil");
  }

  private static String wordForValue(String word) {
    String lower = word.toLowerCase(Locale.ROOT);
    if (Keywords.SOURCES.contains(lower)) {
      return "Write " + lower + "[\"name\"], in lower case.";
    }
    if (meansNull(word)) {
      return "Write null, or use defined(properties[\"name\"]).";
    }
    if (lower.equals("now")) {
      return "Write NOW, in upper case: datetime(NOW - 86400) is a day ago.";
    }
    if (Keywords.reserved(word)) {
      return "Write words in lower case: "
          + lower
          + ". Put a 'not' that is an operand in parentheses.";
    }
    return "For a property write properties["
        + Quotation.quote(word)
        + "]; for a text write "
        + Quotation.quote(word)
        + ".";
  }

  /** Returns a hint for a token in the place of an operator or of the end. */
  static String noOperator(Token found) {
    return switch (found.kind()) {
      case WORD -> wordForOperator(found.text().toLowerCase(Locale.ROOT));
      case SYMBOL ->
          found.isSymbol(")") || found.isSymbol("]")
              ? "Remove it, or open the bracket that it closes."
              : OPERATORS;
      default -> OPERATORS;
    };
  }

  private static String wordForOperator(String word) {
    return switch (word) {
      case "and", "or", "in", "not" -> "Write operators in lower case: " + word + ".";
      case "contains", "includes" -> "Write \"text\" in properties[\"name\"].";
      case "is" ->
          "Use == for equality, and defined(properties[\"name\"]) to ask whether a"
              + " property is set.";
      case "like" -> "Write \"text\" in properties[\"name\"] for a part of a text.";
      case "between" -> "Write properties[\"name\"] >= 1 and properties[\"name\"] <= 9.";
      default -> OPERATORS;
    };
  }

  /** Returns a hint for a token behind the source of an accessor, or in its brackets. */
  static String accessor(String source, Token found) {
    String name = found.kind() == Token.Kind.WORD ? found.text() : "name";
    return "Write " + source + "[" + Quotation.quote(name) + "].";
  }
}
