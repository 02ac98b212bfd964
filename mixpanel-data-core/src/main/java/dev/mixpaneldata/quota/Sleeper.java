package dev.mixpaneldata.quota;

import java.time.Duration;

/** Pauses a thread. Tests replace it, so that they never sleep. */
@FunctionalInterface
public interface Sleeper {
  /** Returns after this time; throws if the thread is interrupted. */
  void sleep(Duration time) throws InterruptedException;

  /** Returns a sleeper that really sleeps. */
  static Sleeper system() {
    return time -> Thread.sleep(Math.max(1, time.toMillis()));
  }
}
