package dev.mixpaneldata.storage.report;

/**
 * One passage through a funnel.
 *
 * @param reached when each step was reached that was, in order of the steps, in milliseconds from
 *     the beginning of the range
 * @param left when the user was out again and could enter anew
 */
record Passage(long[] reached, long left) {
  /** When it began. */
  long entered() {
    return reached[0];
  }
}
