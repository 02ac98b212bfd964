package dev.mixpaneldata.testkit.naive;

import java.util.List;

/**
 * One passage of a user through a funnel.
 *
 * @param times when each step was reached, in milliseconds; at least the first
 * @param left when the user was out again; the next passage begins later than this
 */
record Passage(List<Long> times, long left) {
  boolean reaches(int step) {
    return step < times.size();
  }

  /** Whether it begins when the other is over. */
  boolean isAfter(Passage other) {
    return times.get(0) > other.left;
  }

  /** Not below zero: within the two seconds of grace a step may lie before the one before it. */
  long millisSinceStepBefore(int step) {
    return step == 0 ? 0 : Math.max(0, times.get(step) - times.get(step - 1));
  }

  /** Not below zero either. */
  long millisSinceStart(int step) {
    return Math.max(0, times.get(step) - times.get(0));
  }
}
