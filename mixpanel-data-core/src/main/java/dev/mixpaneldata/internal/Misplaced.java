package dev.mixpaneldata.internal;

/**
 * Values given in the wrong field. A user who mixes up the fields of an account may have given the
 * secret. So messages repeat only values that are too short for one, or read like the name of a
 * zone.
 */
public final class Misplaced {
  /** The length below which a value cannot be a secret: Mixpanel's have 32 characters. */
  private static final int SHORT = 16;

  private Misplaced() {}

  /** Returns the value in quotes, or only its length. */
  public static String shown(String value) {
    boolean harmless = value.length() <= SHORT || value.matches("[A-Za-z_]+(/[A-Za-z_-]+){1,2}");
    return harmless ? "'" + value + "'" : "of " + value.length() + " characters";
  }
}
