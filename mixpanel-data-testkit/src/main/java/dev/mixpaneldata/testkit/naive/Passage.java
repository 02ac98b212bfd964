package dev.mixpaneldata.testkit.naive;

import java.util.List;

/**
 * One passage of a user through a funnel.
 *
 * @param times the time of each reached step, in milliseconds; at least the first
 * @param left the time at which the user left the funnel; the next passage begins later
 */
record Passage(List<Long> times, long left) {
  boolean reaches(int step) {
    return step < times.size();
  }

  /** Returns whether this passage begins after the other one is over. */
  boolean isAfter(Passage other) {
    return times.get(0) > other.left;
  }

  /**
   * Returns the time since the step before, never negative: the two seconds of grace let a step lie
   * before it.
   */
  long millisSinceStepBefore(int step) {
    return step == 0 ? 0 : Math.max(0, times.get(step) - times.get(step - 1));
  }

  /** Returns the time since the first step, never negative either. */
  long millisSinceStart(int step) {
    return Math.max(0, times.get(step) - times.get(0));
  }
}
