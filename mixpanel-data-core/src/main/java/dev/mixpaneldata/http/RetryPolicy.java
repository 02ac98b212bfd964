package dev.mixpaneldata.http;

import java.time.Duration;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/**
 * Whether to try again and when: exponential backoff with full jitter, unless the server names a
 * time. The delays follow what Mixpanel's clients agree on, since its documentation gives none.
 */
final class RetryPolicy {
  private static final Duration FIRST_DELAY = Duration.ofSeconds(2);
  static final Duration LONGEST_DELAY = Duration.ofSeconds(60);

  /** Another call ends within seconds as a rule. */
  private static final Duration LONGEST_CONCURRENCY_DELAY = Duration.ofSeconds(15);

  private static final Duration SHORTEST_RATE_LIMIT_DELAY = Duration.ofMillis(500);

  /**
   * Without Retry-After nobody knows when the hour's first call leaves the window. With seven
   * retries this covers an hour, and costs little if refused calls should count themselves.
   */
  static final Duration HOUR_DELAY = Duration.ofMinutes(10);

  /** What a server may ask us to wait; longer than the window would be an error of its own. */
  static final Duration LONGEST_RETRY_AFTER = Duration.ofMinutes(61);

  static final Duration LONGEST_OUTAGE = Duration.ofMinutes(5);

  private final DoubleSupplier random;
  private final int mostRetries;

  RetryPolicy(DoubleSupplier random, int mostRetries) {
    this.random = random;
    this.mostRetries = mostRetries;
  }

  /**
   * How long to wait before the next attempt, or nothing if there shall be none.
   *
   * @param failures how many attempts failed in this way so far, this one included
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

  /** How long the failure asks to wait, whether or not there shall be another attempt. */
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
