package dev.mixpaneldata.storage.report;

/**
 * One passage through a funnel.
 *
 * @param reached the times of the reached steps, in order of the steps, in milliseconds from the
 *     beginning of the range
 * @param left the time when the user was out and could enter again
 */
record Passage(long[] reached, long left) {
  /** Returns the time when it began. */
  long entered() {
    return reached[0];
  }
}
