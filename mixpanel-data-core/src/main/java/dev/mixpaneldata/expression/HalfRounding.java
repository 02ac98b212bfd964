package dev.mixpaneldata.expression;

/** The direction in which {@code round} takes a number in the middle of two. */
public enum HalfRounding {
  /** 2.5 to 3, -2.5 to -3. */
  AWAY_FROM_ZERO,
  /** 2.5 to 2, -2.5 to -2. */
  TO_EVEN,
  /** 2.5 to 3, -2.5 to -2. */
  UP
}
