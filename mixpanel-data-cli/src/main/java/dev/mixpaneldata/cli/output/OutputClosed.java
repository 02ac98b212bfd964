package dev.mixpaneldata.cli.output;

/**
 * Thrown when the reader of standard output has gone, as {@code head} does; nothing is left to do.
 */
public final class OutputClosed extends RuntimeException {
  private static final long serialVersionUID = 1L;

  OutputClosed(Throwable cause) {
    super(cause);
  }
}
