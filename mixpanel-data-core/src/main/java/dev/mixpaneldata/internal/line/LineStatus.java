package dev.mixpaneldata.internal.line;

/** The usability of a line. */
public enum LineStatus {
  /** Valid JSON of the right shape. */
  GOOD,
  /** Valid but for lone surrogates or bytes that are not UTF-8 inside strings. */
  REPAIRABLE,
  /** Cannot be a row; {@link LineScanner#fault()} says why. */
  UNUSABLE
}
