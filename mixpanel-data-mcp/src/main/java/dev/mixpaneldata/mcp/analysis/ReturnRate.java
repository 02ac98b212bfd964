package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionResult;
import java.util.List;
import java.util.Optional;

/**
 * How many came back in a week, of those whose week is over. Users whose week still runs would make
 * every product look as if it were losing them.
 *
 * @param week counted from each user's first event, the first week being number 0
 * @param followed the users whose week is over
 * @param returned how many of them came back in it
 */
record ReturnRate(int week, long followed, long returned) {
  /** Of a retention by weeks; empty where nobody's week is over. */
  static Optional<ReturnRate> of(RetentionResult result, int week) {
    List<RetentionCohort> over =
        result.cohorts().stream().filter(c -> c.completeIntervals() > week).toList();
    long followed = over.stream().mapToLong(RetentionCohort::size).sum();
    return followed == 0
        ? Optional.empty()
        : Optional.of(
            new ReturnRate(
                week, followed, over.stream().mapToLong(c -> c.counts().get(week)).sum()));
  }

  /** The share, 0 to 1. */
  double share() {
    return (double) returned / followed;
  }
}
