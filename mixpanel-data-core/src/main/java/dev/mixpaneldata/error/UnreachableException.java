package dev.mixpaneldata.error;

/** No connection was made, so that nothing was sent: the network is down, or a name is wrong. */
public final class UnreachableException extends ApiException {
  private static final long serialVersionUID = 1L;

  /** The failure that this one tells more of. */
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
