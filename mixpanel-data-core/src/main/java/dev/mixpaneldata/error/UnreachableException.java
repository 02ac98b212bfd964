package dev.mixpaneldata.error;

/**
 * The error of a connection that was not made: the network is down, or a name is wrong. Nothing was
 * sent.
 */
public final class UnreachableException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** Makes an error with the details of a more general failure. */
  public UnreachableException(ApiException failure) {
    super(
        failure.code(),
        String.valueOf(failure.getMessage()),
        failure.hint().orElse(null),
        failure.status(),
        failure.method(),
        failure.url(),
        failure.excerpt(),
        failure.getCause());
  }
}
