package dev.mixpaneldata.testkit.endpoint;

import dev.mixpaneldata.value.DateRange;

/**
 * A saved Flows report.
 *
 * @param event the event at which a user's flow begins: the first one in the range
 * @param steps the number of later events that are shown
 */
public record SavedFlows(long id, String name, String event, DateRange range, int steps) {
  /** Returns a report of the three events after this one. */
  public static SavedFlows of(long id, String name, String event, DateRange range) {
    return new SavedFlows(id, name, event, range, 3);
  }
}
