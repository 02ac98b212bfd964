package dev.mixpaneldata.quota;

import java.time.Duration;

/** Passes time. Tests replace it, so that they need none. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after this time, or throws when the thread is interrupted. */
  void sleep(Duration time) throws InterruptedException;

  /** Really sleeps. */
  static Sleeper system() {
    return time -> Thread.sleep(Math.max(1, time.toMillis()));
  }
}
