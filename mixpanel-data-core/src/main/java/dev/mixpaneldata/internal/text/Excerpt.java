package dev.mixpaneldata.internal.text;

/** Long texts in part, for messages: who sends megabytes need not get them back. */
public final class Excerpt {
  /** Enough for the longest messages of our own and of DuckDB. */
  public static final int LONGEST_MESSAGE = 4_000;

  private Excerpt() {}

  /** The text, or its beginning and its end with the number of characters between them. */
  public static String ofMessage(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int head = wholeAt(text, LONGEST_MESSAGE * 3 / 4);
    int tail = wholeAt(text, text.length() - LONGEST_MESSAGE / 4);
    return text.substring(0, head)
        + "… ["
        + (tail - head)
        + " characters left out] …"
        + text.substring(tail);
  }

  /** The place, or the one before it where it would tear a character in two. */
  private static int wholeAt(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
