package dev.mixpaneldata.storage.report;

import java.util.List;

/**
 * The events of one user in a funnel, in order of time and then of step.
 *
 * @param times milliseconds from the beginning of the range
 * @param masks bit i for step i, then a bit for each exclusion
 * @param held the values of the properties held constant, joined; empty if none are held
 * @param segments the segments of each event; empty if not split
 */
record UserPath(long[] times, long[] masks, String[] held, List<List<String>> segments) {
  boolean is(int event, int bit) {
    return (masks[event] >> bit & 1) == 1;
  }

  boolean holds(int event, int entry) {
    return held.length == 0 || held[event].equals(held[entry]);
  }

  boolean isIn(int event, String segment) {
    return segments.get(event).contains(segment);
  }

  int length() {
    return times.length;
  }
}
