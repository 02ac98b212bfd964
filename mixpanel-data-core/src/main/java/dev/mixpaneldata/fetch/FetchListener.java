package dev.mixpaneldata.fetch;

import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.ZoneId;

/** Hears how a fetch goes on. Called from several threads; every method may be left as it is. */
public interface FetchListener {
  /** Hears nothing. */
  FetchListener NONE = new FetchListener() {};

  /** The fetch will make so many calls; so many more were made by an interrupted run. */
  default void planned(int windows, int fromEarlierRun) {}

  /** More has arrived; counts may shrink by what a failed window had added. */
  default void received(long rows, long bytes) {}

  /** A window is complete and safe on disk. */
  default void windowFinished(String window) {}

  /** A window failed and will be fetched again whole. */
  default void windowRetried(String window, String cause, int attempt) {}

  /** Nothing moves until then, to stay within Mixpanel's limits or after a refusal. */
  default void waiting(String reason, Instant until) {}

  /** Everything has arrived; so many of so many rows are in the new table. */
  default void loading(long rows, long ofRows) {}

  /**
   * Nobody said so, but the project was created before 2023: its times are taken as those of this
   * zone. Heard once for a project.
   */
  default void olderProject(ZoneId zone) {}

  /** The days asked for reach into the future and were cut. */
  default void rangeCut(DateRange asked, DateRange used) {}
}
