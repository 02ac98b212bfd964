package dev.mixpaneldata.value;

/**
 * A JSON text exactly as it was received: digits, escapes and key order are the sender's. Parse
 * {@link #text()} with the JSON library of your choice.
 */
public record Json(String text) {
  @Override
  public String toString() {
    return text;
  }
}
