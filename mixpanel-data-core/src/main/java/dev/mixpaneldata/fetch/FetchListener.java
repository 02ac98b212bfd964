package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.ZoneId;

/**
 * A listener for the progress of a fetch. It is called from several threads; no method must be
 * overridden.
 */
public interface FetchListener {
  /** The listener that does nothing. */
  FetchListener NONE = new FetchListener() {};

  /**
   * Reports the plan: the calls to make, and the calls that an interrupted run has made already.
   */
  default void planned(int windows, int fromEarlierRun) {}

  /** Reports more rows and compressed bytes; negative counts take back those of a failed window. */
  default void received(long rows, long bytes) {}

  /** Reports that a window is complete and safe on disk. */
  default void windowFinished(String window) {}

  /** Reports that a window failed and will be fetched again as a whole. */
  default void windowRetried(String window, String cause, int attempt) {}

  /** Reports a wait until this time, to stay within Mixpanel's limits or after a refusal. */
  default void waiting(String reason, Instant until) {}

  /**
   * Reports the progress of the load after everything has arrived: rows in the new table, of all
   * rows.
   */
  default void loading(long rows, long ofRows) {}

  /** Reports that everything is stored. */
  default void finished(FetchResult result) {}

  /**
   * Reports that the project appears to have been created before 2023, so that its times are read
   * in this zone. Called once per project, and only if no zone was given.
   */
  default void olderProject(ZoneId zone) {}

  /** Reports that the requested days reach into the future and were cut. */
  default void rangeCut(DateRange asked, DateRange used) {}
}
