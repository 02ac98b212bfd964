package dev.mixpaneldata.storage.export;

import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;

/** Formats times in files: {@code 2026-01-31T10:11:12.345Z}. */
final class IsoTime {
  private static final DateTimeFormatter MILLIS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'");

  private IsoTime() {}

  /** Returns the time with milliseconds, as Mixpanel has them; finer if the value is finer. */
  static String of(LocalDateTime utc) {
    return utc.getNano() % 1_000_000 == 0
        ? utc.format(MILLIS)
        : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(utc) + "Z";
  }
}
