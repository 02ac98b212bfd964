package dev.mixpaneldata.expression;

/** The one way in which names and texts are quoted. */
final class Quotation {
  private Quotation() {}

  /**
   * Returns the value in double quotes, with {@code \} and {@code "} escaped and all else
   * unchanged.
   */
  static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
