package dev.mixpaneldata.testkit.dataset;

import java.io.InputStream;
import java.time.LocalDate;
import java.util.NavigableSet;

/** Lines of events by the UTC day of their time. Safe for use from many threads. */
public interface EventDays {

  /** The days that have events, ascending. */
  NavigableSet<LocalDate> days();

  /** The lines of a day, each ended by a line feed. */
  InputStream openPlain(LocalDate day);

  /** The same as one gzip member. */
  InputStream openGzip(LocalDate day);

  /** How many bytes {@link #openGzip} yields. */
  long gzipLength(LocalDate day);

  /** Whether gzip is what is stored, so that plain text costs more. */
  boolean storedAsGzip();
}
