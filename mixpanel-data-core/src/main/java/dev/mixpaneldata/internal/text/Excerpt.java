package dev.mixpaneldata.internal.text;

/** Excerpts of long texts for messages, which need not repeat megabytes. */
public final class Excerpt {
  /** The longest message, in characters: enough for those of our own and of DuckDB. */
  public static final int LONGEST_MESSAGE = 4_000;

  private Excerpt() {}

  /** Returns the text, or its beginning and its end with the number of characters between them. */
  public static String ofMessage(String text) {
    if (text.length() <= LONGEST_MESSAGE) {
      return text;
    }
    int head = wholeAt(text, LONGEST_MESSAGE * 3 / 4);
    int tail = wholeAt(text, text.length() - LONGEST_MESSAGE / 4);
    return text.substring(0, head)
        + "… ["
        + (tail - head)
        + " characters omitted] …"
        + text.substring(tail);
  }

  /** Returns the index, or the one before it if it would split a character. */
  private static int wholeAt(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index - 1 : index;
  }
}
