package dev.mixpaneldata.internal;

/** Fields of CSV as in RFC 4180. */
public final class CsvField {
  private CsvField() {}

  /**
   * Returns a text as a field, in quotes where it needs them. An empty text is {@code ""}, so that
   * it differs from an absent value, which is nothing at all.
   */
  public static String of(String text) {
    return isPlain(text) ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == ',' || c == '"' || c == '\n' || c == '\r') {
        return false;
      }
    }
    return !text.isEmpty();
  }
}
