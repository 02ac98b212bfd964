package dev.mixpaneldata.ingest;

/** An event that Mixpanel would refuse, found before it is sent. */
final class InvalidEventException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * An event with a fault.
   *
   * @param field the part at fault, such as {@code properties.time}; empty for the whole event
   */
  InvalidEventException(String field, String reason) {
    super(reason, null, false, false);
    this.field = field;
  }

  String field() {
    return field;
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
