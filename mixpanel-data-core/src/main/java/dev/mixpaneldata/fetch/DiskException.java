package dev.mixpaneldata.fetch;

import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * A failure of the local disk, as opposed to one of the connection: another attempt does not help.
 */
final class DiskException extends UncheckedIOException {
  private static final long serialVersionUID = 1L;

  private final IOException failure;

  DiskException(IOException failure) {
    super(failure);
    this.failure = failure;
  }

  IOException failure() {
    return failure;
  }
}
