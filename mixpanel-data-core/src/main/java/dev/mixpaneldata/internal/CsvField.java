package dev.mixpaneldata.internal;

/** Fields of CSV by RFC 4180. */
public final class CsvField {
  private CsvField() {}

  /**
   * Returns a text as a field, in quotes if it needs them. An empty text is {@code ""}, which
   * differs from an absent value, an empty field.
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
