package dev.mixpaneldata.expression;

/**
 * A token of an expression's text.
 *
 * @param text the word or symbol; the value without quotes and escapes for a string
 * @param start where it begins, counted in chars from 0
 */
record Token(Kind kind, String text, int start) {
  enum Kind {
    STRING,
    NUMBER,
    WORD,
    SYMBOL,
    END
  }

  boolean isSymbol(String symbol) {
    return kind == Kind.SYMBOL && text.equals(symbol);
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Returns its name in error messages. */
  String description() {
    return switch (kind) {
      case STRING -> "the text " + Quotation.quote(text);
      case NUMBER -> "the number " + text;
      case WORD, SYMBOL -> "'" + text + "'";
      case END -> "the end";
    };
  }
}
