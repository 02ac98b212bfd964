package dev.mixpaneldata.expression;

import java.util.List;
import java.util.Map;

/** Cuts the text into tokens, one at a time. */
final class Lexer {
  /** Longer symbols first, so that {@code <=} is not read as {@code <}. */
  private static final List<String> SYMBOLS =
      List.of("==", "!=", "<=", ">=", "<", ">", "(", ")", "[", "]", ",", "+", "-", "*", "/", "%");

  /** Operators of other languages and their equivalents here, the longer first. */
  private static final List<Map.Entry<String, String>> FOREIGN =
      List.of(
          Map.entry("===", "Use == for equality."),
          Map.entry("!==", "Use != for inequality."),
          Map.entry("<>", "Use != for inequality."),
          Map.entry("&&", "Write and."),
          Map.entry("||", "Write or."),
          Map.entry("\u201c", "Use straight double quotes, \"."),
          Map.entry("\u201d", "Use straight double quotes, \"."),
          Map.entry("\u2018", "Use straight double quotes, \"."),
          Map.entry("\u2019", "Use straight double quotes, \"."),
          Map.entry("`", "Use straight double quotes, \"."));

  private static final char NO_BREAK_SPACE = '\u00a0';

  private final SourceText source;
  private final String text;
  private final boolean lenient;
  private int position;

  /**
   * @param lenient whether {@code =} means {@code ==}
   */
  Lexer(SourceText source, boolean lenient) {
    this.source = source;
    this.text = source.text();
    this.lenient = lenient;
  }

  Token next() {
    while (position < text.length() && isSpace(text.charAt(position))) {
      position++;
    }
    if (position == text.length()) {
      return new Token(Token.Kind.END, "", position);
    }
    char first = text.charAt(position);
    if (first == '"' || first == '\'') {
      return string(first);
    }
    if (isDigit(first)) {
      return number();
    }
    int end = wordEnd(position);
    return end > position ? take(Token.Kind.WORD, end) : symbol();
  }

  private static boolean isSpace(char character) {
    return Character.isWhitespace(character) || character == NO_BREAK_SPACE;
  }

  private static boolean isDigit(char character) {
    return character >= '0' && character <= '9';
  }

  private Token take(Token.Kind kind, int end) {
    Token token = new Token(kind, text.substring(position, end), position);
    position = end;
    return token;
  }

  /**
   * Returns the end of a word. Words may hold {@code $} and letters of any script, so that bare
   * property names stay whole.
   */
  private int wordEnd(int start) {
    int end = start;
    while (end < text.length()) {
      int character = text.codePointAt(end);
      if (!Character.isLetterOrDigit(character) && character != '_' && character != '$') {
        break;
      }
      end += Character.charCount(character);
    }
    return end;
  }

  private Token string(char quote) {
    int start = position;
    StringBuilder value = new StringBuilder();
    int at = start + 1;
    while (at < text.length() && text.charAt(at) != quote) {
      if (text.charAt(at) == '\\') {
        at++;
        if (at < text.length() && "\\\"'".indexOf(text.charAt(at)) < 0) {
          throw source.problem(
              at - 1,
              "unknown escape '\\" + Character.toString(text.codePointAt(at)) + "'.",
              "Only \\\" and \\\\ are escapes; write \\\\ for a backslash itself.");
        }
      }
      if (at < text.length()) {
        value.append(text.charAt(at));
        at++;
      }
    }
    if (at >= text.length()) {
      throw source.problem(
          start,
          "the text that begins here is never closed.",
          "Close it with " + quote + "; a quote inside a text is written \\" + quote + ".");
    }
    position = at + 1;
    return new Token(Token.Kind.STRING, value.toString(), start);
  }

  private Token number() {
    int end = digits(position);
    if (end < text.length() && text.charAt(end) == '.') {
      if (digits(end + 1) == end + 1) {
        throw source.problem(
            end + 1, "expected a digit after the point.", "Write 5 or 5.0 instead of 5.");
      }
      end = digits(end + 1);
    }
    if (end < text.length() && (text.charAt(end) == 'e' || text.charAt(end) == 'E')) {
      int exponent = end + 1;
      if (exponent < text.length() && "+-".indexOf(text.charAt(exponent)) >= 0) {
        exponent++;
      }
      end = digits(exponent) > exponent ? digits(exponent) : end;
    }
    if (wordEnd(end) > end) {
      String word = text.substring(position, wordEnd(end));
      throw source.problem(
          position,
          "'" + word + "' is neither a number nor a word.",
          "For a property of this name write properties[" + Quotation.quote(word) + "].");
    }
    return take(Token.Kind.NUMBER, end);
  }

  private int digits(int start) {
    int end = start;
    while (end < text.length() && isDigit(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private Token symbol() {
    for (Map.Entry<String, String> foreign : FOREIGN) {
      if (text.startsWith(foreign.getKey(), position)) {
        throw source.problem(
            position, "'" + foreign.getKey() + "' is not an operator.", foreign.getValue());
      }
    }
    for (String symbol : SYMBOLS) {
      if (text.startsWith(symbol, position)) {
        return take(Token.Kind.SYMBOL, position + symbol.length());
      }
    }
    if (lenient && text.charAt(position) == '=') {
      Token equality = new Token(Token.Kind.SYMBOL, "==", position);
      position++;
      return equality;
    }
    String found = Character.toString(text.codePointAt(position));
    throw source.problem(
        position,
        "'" + found + "' has no meaning here.",
        switch (found) {
          case "=" -> "Use == for equality.";
          case "!" -> "Use not for negation and != for inequality.";
          case "&" -> "Write and.";
          case "|" -> "Write or.";
          case "." -> "Begin a number with a digit: 0.5. Write a property as properties[\"a.b\"].";
          default -> "Put texts and property names in double quotes.";
        });
  }
}
