package dev.mixpaneldata.report;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The unit of a conversion window; each is a fixed time, whatever the clocks are set to. */
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

  /** The unit whose name begins with this letter. */
  static WindowUnit ofLetter(String letter) {
    return Arrays.stream(values())
        .filter(unit -> unit.name().startsWith(letter.toUpperCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow();
  }

  /** How long one is. */
  public Duration length() {
    return length;
  }
}
