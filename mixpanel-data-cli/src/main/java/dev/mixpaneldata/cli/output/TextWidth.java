package dev.mixpaneldata.cli.output;

import org.jline.utils.WCWidth;

/** The width of texts in columns of a terminal; Chinese characters and emoji take two. */
public final class TextWidth {
  private TextWidth() {}

  /** Returns the columns that the text takes. */
  public static int of(String text) {
    int width = 0;
    for (int i = 0; i < text.length(); ) {
      int codePoint = text.codePointAt(i);
      width += of(codePoint);
      i += Character.charCount(codePoint);
    }
    return width;
  }

  /**
   * Returns the text if it fits into this many columns, else its beginning followed by the mark.
   */
  static String shorten(String text, int most, String mark) {
    if (of(text) <= most) {
      return text;
    }
    int room = most - of(mark);
    int width = 0;
    int end = 0;
    while (end < text.length()) {
      int codePoint = text.codePointAt(end);
      width += of(codePoint);
      if (width > room) {
        break;
      }
      end += Character.charCount(codePoint);
    }
    return text.substring(0, end) + mark;
  }

  /** Returns the text shortened or padded with spaces to exactly this many columns. */
  public static String fit(String text, int columns) {
    String fitting = shorten(text, columns, "…");
    return fitting + " ".repeat(Math.max(0, columns - of(fitting)));
  }

  private static int of(int codePoint) {
    if (codePoint < 0x7f) {
      return codePoint < 0x20 ? 0 : 1;
    }
    return Math.max(0, WCWidth.wcwidth(codePoint));
  }
}
