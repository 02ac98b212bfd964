package dev.mixpaneldata.testkit.dataset;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.NavigableSet;

/** Lines of events by the UTC day of their time. Safe for use from many threads. */
public interface EventDays {

  /** Returns the days that have events, ascending. */
  NavigableSet<LocalDate> days();

  /** Opens the lines of a day, each ended by a line feed. */
  InputStream openPlain(LocalDate day);

  /** Opens the lines of a day as one gzip member. */
  InputStream openGzip(LocalDate day);

  /** Returns the number of bytes that {@link #openGzip} yields. */
  long gzipLength(LocalDate day);

  /** Returns whether the days are stored as gzip, so that plain text costs more. */
  boolean storedAsGzip();
}
