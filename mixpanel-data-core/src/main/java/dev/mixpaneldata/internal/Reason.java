package dev.mixpaneldata.internal;

import java.util.Locale;

/** The reasons of failures in words, even if the JDK gives none. */
public final class Reason {
  private Reason() {}

  /** Returns the message of a failure, or the name of its kind: "closed by interrupt". */
  public static String of(Throwable failure) {
    String message = failure.getMessage();
    if (message != null && !message.isBlank()) {
      return message;
    }
    String kind = failure.getClass().getSimpleName().replaceAll("(Exception|Error)$", "");
    String words = kind.replaceAll("(?<=[a-z])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
    return words.isEmpty() ? "unknown failure" : words;
  }
}
