package dev.mixpaneldata.expression;

import dev.mixpaneldata.error.MixpanelDataException;

/**
 * The text being read, and the errors about it.
 *
 * @param text the expression
 * @param before the text before it in the user's input, shown in errors
 * @param after the text after it there
 */
record SourceText(String text, String before, String after) {
  /** The characters of a long line that an error shows on each side of the place. */
  private static final int SHOWN = 60;

  /**
   * Returns an error with the line and a caret under the place.
   *
   * @param place counted in chars of the expression from 0; the message counts from 1 and includes
   *     {@code before}
   */
  MixpanelDataException problem(int place, String message, String hint) {
    return before.isEmpty() && after.isEmpty()
        ? problemAt(place, message, hint)
        : new SourceText(before + text + after, "", "")
            .problemAt(before.length() + place, message, hint);
  }

  private MixpanelDataException problemAt(int position, String message, String hint) {
    int lineStart = text.lastIndexOf('\n', position - 1) + 1;
    int lineEnd = text.indexOf('\n', position) < 0 ? text.length() : text.indexOf('\n', position);
    int from = boundary(Math.max(lineStart, position - SHOWN));
    int to = boundary(Math.min(lineEnd, position + SHOWN));
    String shownBefore = (from > lineStart ? "..." : "") + oneLine(text.substring(from, position));
    String shownAfter = oneLine(text.substring(position, to)) + (to < lineEnd ? "..." : "");
    String caret = " ".repeat(shownBefore.codePointCount(0, shownBefore.length())) + "^";
    return MixpanelDataException.invalidArgument(
        "Cannot read the expression at character "
            + (position + 1)
            + ": "
            + message
            + "\n  "
            + shownBefore
            + shownAfter
            + "\n  "
            + caret,
        hint);
  }

  /** Returns the position, moved so that a surrogate pair stays together. */
  private int boundary(int position) {
    boolean inside =
        position > 0
            && position < text.length()
            && Character.isLowSurrogate(text.charAt(position))
            && Character.isHighSurrogate(text.charAt(position - 1));
    return inside ? position - 1 : position;
  }

  /** Returns a part without control characters, which would shift the caret's line. */
  private static String oneLine(String part) {
    return part.replaceAll("\\p{Cntrl}", " ");
  }
}
