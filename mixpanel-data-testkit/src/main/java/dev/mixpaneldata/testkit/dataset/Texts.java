package dev.mixpaneldata.testkit.dataset;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as Mixpanel writes them in properties. */
final class Texts {

  private Texts() {}

  /** Returns a time such as {@code 2026-01-05T10:00:00}, in UTC. */
  static String dateTime(long millis) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC);
    // The JDK writes a whole minute without seconds.
    return time.getSecond() == 0 ? time + ":00" : time.toString();
  }
}
