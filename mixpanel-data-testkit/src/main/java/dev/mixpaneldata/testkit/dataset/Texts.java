package dev.mixpaneldata.testkit.dataset;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Times as Mixpanel writes them in properties. */
final class Texts {

  private static final DateTimeFormatter DATE_TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss").withZone(ZoneOffset.UTC);

  private Texts() {}

  /** Such as {@code 2026-01-05T10:00:00}, in UTC. */
  static String dateTime(long millis) {
    return DATE_TIME.format(Instant.ofEpochMilli(millis));
  }
}
