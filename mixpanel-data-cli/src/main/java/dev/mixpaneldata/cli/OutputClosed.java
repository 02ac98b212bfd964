package dev.mixpaneldata.cli;

/** The reader of standard output has gone, as {@code head} does; there is nothing left to do. */
final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosed(Throwable cause) {
    super(cause);
  }
}
