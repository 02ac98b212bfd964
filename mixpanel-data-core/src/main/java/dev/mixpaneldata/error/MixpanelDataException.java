package dev.mixpaneldata.error;

import dev.mixpaneldata.internal.text.Excerpt;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The root of all errors of this library. The message says what went wrong with which value; {@link
 * #hint()} says what to do next. Neither ever holds a secret. Of a text of more than a few thousand
 * characters both show the beginning and the end.
 */
public class MixpanelDataException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final ErrorCode code;
  private final @Nullable Hint hint;

  /** Makes an error without a hint. */
  public MixpanelDataException(ErrorCode code, String message) {
    this(code, message, null, null);
  }

  /** Makes an error with a hint. */
  public MixpanelDataException(ErrorCode code, String message, @Nullable String hint) {
    this(code, message, hint, null);
  }

  /** Makes an error with a hint and a cause. */
  public MixpanelDataException(
      ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
    super(Excerpt.ofMessage(message), cause);
    this.code = code;
    this.hint = hint == null ? null : Hint.of(Excerpt.ofMessage(hint));
  }

  MixpanelDataException(
      ErrorCode code, @Nullable Hint hint, String message, @Nullable Throwable cause) {
    super(Excerpt.ofMessage(message), cause);
    this.code = code;
    this.hint = hint;
  }

  /** Returns an error whose hint can differ between the faces. */
  public static MixpanelDataException of(ErrorCode code, String message, Hint hint) {
    return of(code, message, hint, null);
  }

  /** Returns an error whose hint can differ between the faces. */
  public static MixpanelDataException of(
      ErrorCode code, String message, Hint hint, @Nullable Throwable cause) {
    return new MixpanelDataException(code, hint, message, cause);
  }

  /** Returns the error of an argument that cannot be used; the hint says what can be used. */
  public static MixpanelDataException invalidArgument(String message, String hint) {
    return invalidArgument(message, Hint.of(hint));
  }

  /** Returns the error of an argument that cannot be used; the hint says what can be used. */
  public static MixpanelDataException invalidArgument(String message, Hint hint) {
    return of(ErrorCode.INVALID_ARGUMENT, message, hint);
  }

  /** Returns the error of a valid question that the source asked cannot answer. */
  public static MixpanelDataException cannotAnswer(String message, String hint) {
    return cannotAnswer(message, Hint.of(hint));
  }

  /** Returns the error of a valid question that the source asked cannot answer. */
  public static MixpanelDataException cannotAnswer(String message, Hint hint) {
    return of(ErrorCode.CANNOT_ANSWER, message, hint);
  }

  /**
   * Returns an error with another message, the code and hint of this one, and this one as its
   * cause.
   */
  public MixpanelDataException withMessage(String message) {
    return new MixpanelDataException(code, hint, message, this);
  }

  /**
   * Returns an error with another hint, the code and message of this one, and this one as its
   * cause.
   */
  public MixpanelDataException withNextSteps(Hint steps) {
    return new MixpanelDataException(code, steps, String.valueOf(getMessage()), this);
  }

  /** Returns this error without the next steps that contain this reference. */
  public MixpanelDataException without(Reference reference) {
    return hint != null && hint.has(reference) ? withNextSteps(hint.without(reference)) : this;
  }

  /** Returns the stable name of this error. */
  public ErrorCode code() {
    return code;
  }

  /** Returns what to do next, in the words of the library, if anything is known to help. */
  public Optional<String> hint() {
    return hint(Vocabulary.JAVA);
  }

  /** Returns what to do next in the words of a face, if it can do anything that helps. */
  public Optional<String> hint(Vocabulary words) {
    return nextSteps().flatMap(steps -> steps.in(words));
  }

  /** Returns what to do next, if anything is known to help. */
  public Optional<Hint> nextSteps() {
    return Optional.ofNullable(hint);
  }
}
