package dev.mixpaneldata.internal.line;

/** The reasons why a line cannot be a row. */
public enum LineFault {
  /** It breaks the grammar of JSON, as a line cut short does. */
  NOT_JSON("is not valid JSON"),
  /** It nests deeper than {@link LineScanner#MAX_DEPTH}. */
  TOO_DEEP("nests deeper than " + LineScanner.MAX_DEPTH + " levels"),
  /** It is JSON, but a number, text or list. */
  NOT_AN_OBJECT("is not an object"),
  /** The value of the key that names the row is missing or of a wrong type. */
  NO_NAME("has no usable name key"),
  /** The value of the key with the row's properties is missing or not an object. */
  NO_PROPERTIES("has no object of properties");

  private final String description;

  LineFault(String description) {
    this.description = description;
  }

  /** Returns the end of a sentence that begins with "the line". */
  public String description() {
    return description;
  }
}
