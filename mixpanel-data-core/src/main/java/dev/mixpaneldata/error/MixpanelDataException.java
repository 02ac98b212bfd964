package dev.mixpaneldata.error;

import dev.mixpaneldata.internal.Excerpt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of this library. The message says what went wrong with which value; {@link
 * #hint()} says what to do next. Neither ever holds a secret, and of a text longer than some
 * thousand characters both have the beginning and the end.
 */
public class MixpanelDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable String hint;

  public MixpanelDataException(ErrorCode code, String message) {
    this(code, message, null, null);
  }

  public MixpanelDataException(ErrorCode code, String message, @Nullable String hint) {
    this(code, message, hint, null);
  }

  public MixpanelDataException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(Excerpt.ofMessage(message), cause);
    this.code = code;
    this.hint = hint == null ? null : Excerpt.ofMessage(hint);
  }

  /** An argument that cannot be used, and what would be usable. */
  public static MixpanelDataException invalidArgument(String message, String hint) {
    return new MixpanelDataException(ErrorCode.INVALID_ARGUMENT, message, hint);
  }

  /** The stable name of this error. */
  public ErrorCode code() {
    return code;
  }

  /** What to do next, if anything is known to help. */
  public Optional<String> hint() {
    return Optional.ofNullable(hint);
  }
}
