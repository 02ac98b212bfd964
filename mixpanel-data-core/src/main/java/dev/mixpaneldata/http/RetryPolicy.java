package dev.mixpaneldata.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * The policy of retries: exponential backoff with full jitter, unless the server names a time. The
 * delays are those that Mixpanel's clients share, since its documentation gives none.
 */
final class RetryPolicy {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** The longest delay for a concurrency limit: another call usually ends within seconds. */
  private static final Duration LONGEST_CONCURRENCY_DELAY = Duration.ofSeconds(15);

  private static final Duration SHORTEST_RATE_LIMIT_DELAY = Duration.ofMillis(500);

  /**
   * The delay without Retry-After, since it is unknown when the hour's first call leaves the
   * window. Seven retries cover an hour, and cost little should refused calls count.
   */
  static final Duration HOUR_DELAY = Duration.ofMinutes(10);

  /** The longest wait that a server may ask for; one longer than the window would be its error. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(61);

  static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

  private final DoubleSupplier random;
  private final int mostRetries;

  RetryPolicy(DoubleSupplier random, int mostRetries) {
    this.random = random;
    this.mostRetries = mostRetries;
  }

  /**
   * Returns the wait before the next attempt; empty if there is none.
   *
   * @param failures the number of attempts that failed in this way so far, this one included
   */
  Optional<Duration> delay(AttemptFailure failure, int failures, boolean idempotent) {
    FailureKind kind = failure.kind();
    if (failures > Math.min(kind.retries(), mostRetries)) {
      return Optional.empty();
    }
    if (!idempotent && !kind.isSafeForChanges()) {
      return Optional.empty();
    }
    Duration delay = wanted(failure, failures);
    Duration longest = kind.isRateLimit() ? LONGEST_RETRY_AFTER : LONGEST_OUTAGE;
    return Optional.of(delay).filter(time -> time.compareTo(longest) <= 0);
  }

  /** Returns the wait that the failure asks for, whether or not there is another attempt. */
  Duration wanted(AttemptFailure failure, int failures) {
    Duration asked = failure.retryAfter();
    if (asked != null) {
      return asked;
    }
    return switch (failure.kind()) {
      case HOUR_USED_UP -> HOUR_DELAY;
      case CONCURRENCY ->
          SHORTEST_RATE_LIMIT_DELAY.plus(jitter(failures, LONGEST_CONCURRENCY_DELAY));
      case RATE_LIMITED -> SHORTEST_RATE_LIMIT_DELAY.plus(jitter(failures, LONGEST_DELAY));
      case NOT_SENT, UNAVAILABLE, SERVER_FAULT, BROKEN, TOO_SLOW, FINAL ->
          jitter(failures, LONGEST_DELAY);
    };
  }

  private Duration jitter(int failures, Duration longest) {
    long ceiling = FIRST_DELAY.toMillis() << Math.min(failures - 1, 20);
    return Duration.ofMillis((long) (random.getAsDouble() * Math.min(ceiling, longest.toMillis())));
  }
}
