package dev.mixpaneldata.internal;

/**
 * Values that were given where they cannot be. Whoever mixes up the fields of an account may have
 * given the secret, so that only what is too short for one, or reads like the name of a zone, is
 * repeated.
 */
public final class Misplaced {
  /** Mixpanel's secrets have 32 characters. */
  private static final int SHORT = 16;

  private Misplaced() {}

  /** The value in quotes, or no more than its length. */
  public static String shown(String value) {
    boolean harmless = value.length() <= SHORT || value.matches("[A-Za-z_]+(/[A-Za-z_-]+){1,2}");
    return harmless ? "'" + value + "'" : "of " + value.length() + " characters";
  }
}
