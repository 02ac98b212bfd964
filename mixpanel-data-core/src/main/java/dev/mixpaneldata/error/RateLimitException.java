package dev.mixpaneldata.error;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A budget of calls is used up, and the caller did not want to wait, or waited long enough. */
public final class RateLimitException extends MixpanelDataException {
  private static final long serialVersionUID = 1L;

  private final Instant retryAt;

  public RateLimitException(String message, @Nullable String hint, Instant retryAt) {
    super(ErrorCode.RATE_LIMITED, message, hint);
    this.retryAt = retryAt;
  }

  /** When the same call is expected to be allowed again. */
  public Instant retryAt() {
    return retryAt;
  }
}
