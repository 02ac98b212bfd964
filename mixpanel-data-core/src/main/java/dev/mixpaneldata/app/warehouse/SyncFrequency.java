package dev.mixpaneldata.app.warehouse;

import java.time.Duration;

/** How often an import runs. */
public enum SyncFrequency {
  /** Only when it is asked to. */
  ON_REQUEST(Duration.ZERO),
  HOURLY(Duration.ofHours(1)),
  DAILY(Duration.ofDays(1)),
  WEEKLY(Duration.ofDays(7));

  /** The field of requests, which keeps {@code run_every} free for a body in nanoseconds. */
  static final String PARAMETER = "sync_frequency";

  private final Duration every;

  SyncFrequency(Duration every) {
    this.every = every;
  }

  /** Returns the time between two runs in nanoseconds, as Mixpanel takes it. */
  long nanoseconds() {
    return every.toNanos();
  }
}
