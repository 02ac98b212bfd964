package dev.mixpaneldata.report.definition;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;

/** The refusal of a request that Mixpanel's definitions cannot say. */
final class Inexpressible {
  private Inexpressible() {}

  /**
   * Returns the refusal.
   *
   * @param way what to do instead, as the beginning of a sentence without a full stop
   */
  static MixpanelDataException of(String message, String way) {
    return MixpanelDataException.cannotAnswer(
        message,
        Hint.of(
            way + ", or fetch the events with {} and compute the report from the table with {}.",
            Reference.FETCH_EVENTS,
            Reference.LOCAL_TABLE));
  }
}
