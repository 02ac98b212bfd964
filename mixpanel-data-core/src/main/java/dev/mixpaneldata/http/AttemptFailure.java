package dev.mixpaneldata.http;

import dev.mixpaneldata.error.MixpanelDataException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One attempt failed. Carries the error to throw if there is no other attempt. */
final class AttemptFailure extends Exception {
  private static final long serialVersionUID = 1L;

  private final FailureKind kind;
  private final MixpanelDataException error;
  private final @Nullable Duration retryAfter;

  AttemptFailure(FailureKind kind, MixpanelDataException error, @Nullable Duration retryAfter) {
    super(error.getMessage(), error, false, false);
    this.kind = kind;
    this.error = error;
    this.retryAfter = retryAfter;
  }

  FailureKind kind() {
    return kind;
  }

  MixpanelDataException error() {
    return error;
  }

  /** What the server asked for, if it did. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
