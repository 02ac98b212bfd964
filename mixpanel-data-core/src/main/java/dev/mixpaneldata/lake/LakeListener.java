package dev.mixpaneldata.lake;

import java.time.LocalDate;

/** A listener for the progress of an export to a lake; no method must be overridden. */
public interface LakeListener {
  /** The listener that does nothing. */
  LakeListener NONE = new LakeListener() {};

  /** Reports the number of days to look at. */
  default void planned(long days) {}

  /**
   * Reports that the lake has a day as the table has it.
   *
   * @param rows the number of its events
   * @param isWritten whether it was written; otherwise the lake had it already
   */
  default void dayFinished(LocalDate day, long rows, boolean isWritten) {}
}
