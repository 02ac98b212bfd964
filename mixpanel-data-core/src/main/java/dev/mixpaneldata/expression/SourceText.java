package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;

/** The text being read, and the errors about it. */
record SourceText(String text) {
  /** How much of a long line an error shows on each side of the place. */
  private static final int SHOWN = 60;

  /**
   * An error with the line and a caret under the place.
   *
   * @param position counted in chars from 0; the message counts from 1
   */
  MixpanelDataException problem(int position, String message, String hint) {
    int lineStart = text.lastIndexOf('\n', position - 1) + 1;
    int lineEnd = text.indexOf('\n', position) < 0 ? text.length() : text.indexOf('\n', position);
    int from = boundary(Math.max(lineStart, position - SHOWN));
    int to = boundary(Math.min(lineEnd, position + SHOWN));
    String before = (from > lineStart ? "..." : "") + oneLine(text.substring(from, position));
    String after = oneLine(text.substring(position, to)) + (to < lineEnd ? "..." : "");
    String caret = " ".repeat(before.codePointCount(0, before.length())) + "^";
    return MixpanelDataException.invalidArgument(
        "Cannot read the expression at character "
            + (position + 1)
            + ": "
            + message
            + "\n  "
            + before
            + after
            + "\n  "
            + caret,
        hint);
  }

  /** Keeps the halves of a surrogate pair together. */
  private int boundary(int position) {
    boolean inside =
        position > 0
            && position < text.length()
            && Character.isLowSurrogate(text.charAt(position))
            && Character.isHighSurrogate(text.charAt(position - 1));
    return inside ? position - 1 : position;
  }

  /** Control characters would move the caret's line out of step. */
  private static String oneLine(String part) {
    return part.replaceAll("\\p{Cntrl}", " ");
  }
}
