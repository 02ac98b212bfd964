package dev.mixpaneldata.internal;

/**
 * Makes texts of others safe to show. Anybody with a project's public token can send names of
 * events. Sent unchanged to a terminal, a log or a model, they could move the cursor, hide the text
 * after them, or begin lines that look like words of others. Invisible characters are escaped as in
 * JSON, so that JSON stays JSON with the same meaning.
 */
public final class Visible {
  private Visible() {}

  /** Returns the text on one line, with nothing but visible characters and spaces. */
  public static String line(String text) {
    return escaped(text, false);
  }

  /**
   * Returns the text with nothing but visible characters, spaces, line feeds and tabs, for our own
   * texts of several lines.
   */
  public static String lines(String text) {
    return escaped(text, true);
  }

  private static String escaped(String text, boolean withLines) {
    for (int i = 0; i < text.length(); i++) {
      if (isHidden(text, i) && !(withLines && isLayout(text.charAt(i)))) {
        return escapedFrom(text, i, withLines);
      }
    }
    return text;
  }

  private static String escapedFrom(String text, int first, boolean withLines) {
    StringBuilder shown = new StringBuilder(text.length() + 16).append(text, 0, first);
    for (int i = first; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isHidden(text, i) || withLines && isLayout(c)) {
        shown.append(c);
        continue;
      }
      switch (c) {
        case '\n' -> shown.append("\\n");
        case '\r' -> shown.append("\\r");
        case '\t' -> shown.append("\\t");
        default -> shown.append("\\u").append(String.format("%04x", (int) c));
      }
    }
    return shown.toString();
  }

  private static boolean isLayout(char c) {
    return c == '\n' || c == '\t';
  }

  /** Returns whether people do not see this unit of a text, or not in its place. */
  private static boolean isHidden(String text, int index) {
    char c = text.charAt(index);
    if (c < 0x7f) {
      return c < ' ';
    }
    return c < 0xa0
        || isDirection(c)
        || c == 0x2028
        || c == 0x2029
        || c == 0xfeff
        || isTag(text, index);
  }

  /**
   * Returns whether a mark turns the direction of the following text, so that people read another
   * order.
   */
  private static boolean isDirection(char c) {
    return c == 0x061c
        || c >= 0x200e && c <= 0x200f
        || c >= 0x202a && c <= 0x202e
        || c >= 0x2066 && c <= 0x2069;
  }

  /**
   * Returns whether this is half of one of the invisible letters from U+E0000 on, which models can
   * read.
   */
  private static boolean isTag(String text, int index) {
    char c = text.charAt(index);
    if (c == 0xdb40) {
      return index + 1 < text.length() && isLowTag(text.charAt(index + 1));
    }
    return isLowTag(c) && index > 0 && text.charAt(index - 1) == 0xdb40;
  }

  private static boolean isLowTag(char c) {
    return c >= 0xdc00 && c <= 0xdc7f;
  }
}
