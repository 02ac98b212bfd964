package dev.mixpaneldata.quota;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.RateLimitException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The source of time and of pauses for the whole library. Thread-safe if its parts are.
 *
 * @param clock the source of the time
 * @param sleeper the way to pause
 */
public record Pacer(Clock clock, Sleeper sleeper) {
  /** Returns a pacer with the machine's clock and real sleep. */
  public static Pacer system() {
    return new Pacer(Clock.systemUTC(), Sleeper.system());
  }

  /** Returns the present time by the clock. */
  public Instant now() {
    return clock.instant();
  }

  /** Announces a wait and sleeps until its end; throws if the rules forbid so long a wait. */
  public void pause(Wait wait, WaitRules rules) {
    Duration time = Duration.between(now(), wait.until());
    if (isTooLong(wait, time, rules)) {
      throw tooLong(wait, time);
    }
    rules.listener().waiting(wait);
    sleep(time);
  }

  static RateLimitException tooLong(Wait wait, Duration time) {
    return new RateLimitException(
        wait.message() + " Free again in " + seconds(time) + " s, at " + shown(wait.until()) + ".",
        "Repeat the call then.",
        wait.until());
  }

  /** Returns a time for people: UTC, rounded up to the full second. */
  public static String shown(Instant until) {
    return until.plusMillis(999).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static boolean isTooLong(Wait wait, Duration time, WaitRules rules) {
    return switch (wait.reason()) {
      case WINDOW, CONCURRENCY -> time.compareTo(rules.longest()) > 0;
      case RATE_LIMITED -> rules.isNoWait() || time.compareTo(rules.longest()) > 0;
      case RETRY, SECOND -> false;
    };
  }

  private static long seconds(Duration time) {
    return Math.max(0, (time.toMillis() + 999) / 1000);
  }

  /** Sleeps without announcing it; {@code INTERRUPTED} if the thread is interrupted. */
  public void sleep(Duration time) {
    try {
      if (!time.isNegative() && !time.isZero()) {
        sleeper.sleep(time);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MixpanelDataException(ErrorCode.INTERRUPTED, "Interrupted while waiting.", null, e);
    }
  }
}
