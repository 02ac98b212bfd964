package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.value.DateRange;

/**
 * A Flows report, as it was saved.
 *
 * @param event where a user's flow begins, at the first such event in the range
 * @param steps how many of the events after it are shown
 */
public record SavedFlows(long id, String name, String event, DateRange range, int steps) {
  /** The three events after this one. */
  public static SavedFlows of(long id, String name, String event, DateRange range) {
    return new SavedFlows(id, name, event, range, 3);
  }
}
