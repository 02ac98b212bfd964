package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.RetentionCohort;
import dev.mixpaneldata.report.RetentionResult;
import java.time.LocalDate;
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
  private static final int WEEK = 7;

  /** Of a retention by weeks; empty where nobody's week is over. */
  static Optional<ReturnRate> of(RetentionResult result, int week) {
    LocalDate today = Period.yesterday().plusDays(1);
    List<RetentionCohort> over =
        result.cohorts().stream()
            .filter(c -> c.counts().size() > week && isOver(c, week, today))
            .toList();
    long followed = over.stream().mapToLong(RetentionCohort::size).sum();
    return followed == 0
        ? Optional.empty()
        : Optional.of(
            new ReturnRate(
                week, followed, over.stream().mapToLong(c -> c.counts().get(week)).sum()));
  }

  /** Whether the week is over for the last user of a row, who came six days after its first. */
  private static boolean isOver(RetentionCohort cohort, int week, LocalDate today) {
    LocalDate last = LocalDate.parse(cohort.date().substring(0, 10)).plusDays(WEEK - 1L);
    return !last.plusDays((week + 1L) * WEEK).isAfter(today);
  }

  /** The share, 0 to 1. */
  double share() {
    return (double) returned / followed;
  }
}
