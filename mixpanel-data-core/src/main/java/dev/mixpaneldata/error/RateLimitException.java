package dev.mixpaneldata.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The error of a budget that is used up, when the caller does not wait, or has waited long enough.
 */
public final class RateLimitException extends MixpanelDataException {
  private static final long serialVersionUID = 1L;

  private final Instant retryAt;

  /** Makes an error with the time at which the same call is expected to be allowed again. */
  public RateLimitException(String message, @Nullable String hint, Instant retryAt) {
    super(ErrorCode.RATE_LIMITED, message, hint);
    this.retryAt = retryAt;
  }

  private RateLimitException(RateLimitException cause, Hint hint) {
    super(cause.code(), hint, String.valueOf(cause.getMessage()), cause);
    this.retryAt = cause.retryAt;
  }

  @Override
  public RateLimitException withNextSteps(Hint steps) {
    return new RateLimitException(this, steps);
  }

  /** Returns the time at which the same call is expected to be allowed again. */
  public Instant retryAt() {
    return retryAt;
  }
}
