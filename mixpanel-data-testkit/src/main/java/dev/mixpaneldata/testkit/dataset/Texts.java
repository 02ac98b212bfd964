package dev.mixpaneldata.testkit.dataset;

import java.time.LocalDateTime;
import java.time.ZoneOffset;

/** Times as Mixpanel writes them in properties. */
final class Texts {

  private Texts() {}

  /** Such as {@code 2026-01-05T10:00:00}, in UTC. */
  static String dateTime(long millis) {
    LocalDateTime time = LocalDateTime.ofEpochSecond(millis / 1000, 0, ZoneOffset.UTC);
    // A whole minute is written without seconds by the JDK.
    return time.getSecond() == 0 ? time + ":00" : time.toString();
  }
}
