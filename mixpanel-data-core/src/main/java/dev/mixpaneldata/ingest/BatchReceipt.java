package dev.mixpaneldata.ingest;

import java.util.List;

/**
 * What became of events that were imported at once.
 *
 * @param events the number of events that were given
 * @param imported the number of events that Mixpanel acknowledged
 * @param failed the events that were not imported, each with the reason
 */
public record BatchReceipt(int events, long imported, List<Failed> failed) {
  public BatchReceipt {
    failed = List.copyOf(failed);
  }

  /**
   * An event that was not imported.
   *
   * @param number its place among the events, from 1
   * @param field the part at fault, such as {@code properties.time}; empty if it is unknown
   * @param reason why, in a sentence
   */
  public record Failed(long number, String field, String reason) {}

  static BatchReceipt of(int events, BatchOutcome outcome) {
    return new BatchReceipt(
        events,
        outcome.imported(),
        outcome.failures().stream()
            .map(failure -> new Failed(failure.line(), failure.field(), failure.reason()))
            .toList());
  }
}
