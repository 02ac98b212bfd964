package dev.mixpaneldata.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The unit of a conversion window; each has a fixed length, also when clocks change. */
public enum WindowUnit {
  SECOND(Duration.ofSeconds(1)),
  MINUTE(Duration.ofMinutes(1)),
  HOUR(Duration.ofHours(1)),
  /** 24 hours. */
  DAY(Duration.ofDays(1)),
  /** 7 times 24 hours. */
  WEEK(Duration.ofDays(7));

  private final Duration length;

  WindowUnit(Duration length) {
    this.length = length;
  }

  /** Returns the unit whose name begins with this letter. */
  static WindowUnit ofLetter(String letter) {
    return Arrays.stream(values())
        .filter(unit -> unit.name().startsWith(letter.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  /** Returns the length of one unit. */
  public Duration length() {
    return length;
  }
}
