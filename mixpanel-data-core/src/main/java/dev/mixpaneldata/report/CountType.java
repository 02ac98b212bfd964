package dev.mixpaneldata.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;

/** The things that a report counts, separately in each bucket and segment. */
public enum CountType {
  /** Events. */
  GENERAL,
  /** Users; one who comes back in the next bucket counts there again. */
  UNIQUE,
  /** Events for each user. Mixpanel gives no formula; here events divided by users. */
  AVERAGE;

  /**
   * Returns the measure of Insights that counts the same.
   *
   * @throws MixpanelDataException {@code CANNOT_ANSWER} for events for each user
   */
  public Measure measure() {
    return switch (this) {
      case GENERAL -> Measure.TOTAL;
      case UNIQUE -> Measure.UNIQUE;
      case AVERAGE ->
          throw MixpanelDataException.cannotAnswer(
              "A definition has no number of events for each user.",
              Hint.of(
                  "Divide the events by the users with a formula, or fetch the events with {} and"
                      + " compute the report from the table with {}.",
                  Reference.FETCH_EVENTS,
                  Reference.LOCAL_TABLE));
    };
  }
}
