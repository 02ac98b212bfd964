package dev.mixpaneldata.ingest;

import java.util.List;

/**
 * What became of a batch.
 *
 * @param imported events that Mixpanel acknowledged; in a dry run, those that it would be sent
 * @param bytes bytes sent, compressed
 */
record BatchOutcome(long imported, long bytes, List<FailedEvent> failures) {
  /** Events that were not sent. */
  long invalid() {
    return failures.size() - refused();
  }

  /** Events that Mixpanel refused. */
  long refused() {
    return failures.stream().filter(FailedEvent::sent).count();
  }
}
