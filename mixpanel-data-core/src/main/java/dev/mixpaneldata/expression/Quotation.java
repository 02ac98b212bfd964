package dev.mixpaneldata.expression;

/** The one way in which names and texts are quoted. */
final class Quotation {
  private Quotation() {}

  /** In double quotes, with {@code \} and {@code "} escaped and all else as it is. */
  static String quote(String value) {
    return '"' + value.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
