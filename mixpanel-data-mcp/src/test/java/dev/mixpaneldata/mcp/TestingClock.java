package dev.mixpaneldata.mcp;

import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.quota.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** The time of the tests: it goes on from noon of one day, so that no test runs over midnight. */
final class TestingClock {
  /** The day of all tests. */
  static final LocalDate TODAY = LocalDate.parse("2026-10-15");

  private static final Instant NOON = Instant.parse("2026-10-15T12:00:00Z");

  static final Clock CLOCK = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), NOON));

  private TestingClock() {}

  static Pacer pacer() {
    return new Pacer(CLOCK, Sleeper.system());
  }
}
