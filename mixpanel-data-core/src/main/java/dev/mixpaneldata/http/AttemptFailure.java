package dev.mixpaneldata.http;

import dev.mixpaneldata.error.MixpanelDataException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The failure of one attempt, with the error to throw if there is no further attempt. */
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

  /** Returns the wait that the server asked for; null if it did not. */
  @Nullable Duration retryAfter() {
    return retryAfter;
  }
}
