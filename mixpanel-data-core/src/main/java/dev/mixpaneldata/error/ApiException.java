package dev.mixpaneldata.error;

import org.jspecify.annotations.Nullable;

/**
 * The error of a failed call to Mixpanel. It names the call and shows the beginning of the answer.
 * It never holds a secret or a header.
 */
public class ApiException extends MixpanelDataException {
  private static final long serialVersionUID = 1L;

  private final int status;
  private final String method;
  private final String url;
  private final String excerpt;

  /** Makes an error about a call, which must be free of secrets. */
  public ApiException(
      ErrorCode code,
      String message,
      @Nullable String hint,
      int status,
      String method,
      String url,
      String excerpt,
      @Nullable Throwable cause) {
    super(code, message, hint, cause);
    this.status = status;
    this.method = method;
    this.url = url;
    this.excerpt = excerpt;
  }

  /** Returns the HTTP status, or 0 if no answer came. */
  public int status() {
    return status;
  }

  /** Returns the HTTP method of the call. */
  public String method() {
    return method;
  }

  /**
   * Returns the address of the call with its query parameters; credentials are never part of it.
   */
  public String url() {
    return url;
  }

  /** Returns the first characters of the answer's body; empty if there was none. */
  public String excerpt() {
    return excerpt;
  }

  /** Returns whether the endpoint is no longer there: 404, 405 or 410. */
  public boolean isGone() {
    return status == 404 || status == 405 || status == 410;
  }
}
