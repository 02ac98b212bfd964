package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A window that arrived completely and was verified.
 *
 * @param from first day, inclusive
 * @param to last day, inclusive
 * @param file name of the part file in the job's folder
 * @param lines the number of its lines that are not blank; the load shows which of them can be
 *     stored
 * @param bytes its size on disk
 * @param fetchedAt when it was complete
 */
record FinishedPart(
    LocalDate from, LocalDate to, String file, long lines, long bytes, Instant fetchedAt) {
  /** The time within which an interrupted run is continued without another check. */
  private static final Duration FRESH = Duration.ofHours(24);

  DateRange window() {
    return new DateRange(from, to);
  }

  FetchResult.Window toWindow(Quarantine quarantine, boolean fromEarlierRun) {
    long rows = lines - quarantine.unusableIn(file);
    return new FetchResult.Window(Optional.of(window()), rows, bytes, fromEarlierRun);
  }

  /** Returns whether its file exists with the size that it had when it was verified. */
  boolean isWhole(Path folder) {
    Path path = folder.resolve(file);
    try {
      return Files.exists(path) && Files.size(path) == bytes;
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Returns whether a later run may still use it: it is fresh, or its days were already settled (no
   * late events expected) when it was fetched.
   */
  boolean usableAt(Instant now) {
    boolean fresh = Duration.between(fetchedAt, now).compareTo(FRESH) < 0;
    LocalDate settled = to.plusDays(SyncEvents.DEFAULT_LOOKBACK_DAYS);
    return fresh || settled.isBefore(LocalDate.ofInstant(fetchedAt, ZoneOffset.UTC));
  }
}
