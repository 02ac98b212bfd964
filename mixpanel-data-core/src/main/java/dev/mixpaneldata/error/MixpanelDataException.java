package dev.mixpaneldata.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of this library. The message says what went wrong with which value; {@link
 * #hint()} says what to do next. Neither ever holds a secret.
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
    super(message, cause);
    this.code = code;
    this.hint = hint;
  }

  /** An argument that cannot be used, and what would be usable. */
  public static MixpanelDataException invalidArgument(String message, String hint) {
    return new MixpanelDataException(ErrorCode.INVALID_ARGUMENT, message, hint);
  }

  /** A question that is right but not for the one who was asked, and whom to ask instead. */
  public static MixpanelDataException cannotAnswer(String message, String hint) {
    return new MixpanelDataException(ErrorCode.CANNOT_ANSWER, message, hint);
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
