package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Reason;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** Conversions of failures of the local disk, and of interruptions, into errors of the library. */
final class FetchErrors {
  private FetchErrors() {}

  /**
   * Returns the error of an interrupted fetch; the JDK closes the files of such threads silently.
   */
  static MixpanelDataException stopped(Exception cause) {
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED,
        "The fetch was stopped.",
        "What is complete is kept. Repeat the fetch to continue.",
        cause);
  }

  static MixpanelDataException disk(String what, Exception cause) {
    if (cause instanceof ClosedByInterruptException) {
      return stopped(cause);
    }
    String message = Reason.of(cause);
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new MixpanelDataException(
          ErrorCode.DISK_FULL,
          what + ": the disk is full.",
          "Free some space and repeat the fetch. What has arrived whole is kept.",
          cause);
    }
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED,
        what + ": " + message + ".",
        "Check the folder's permissions, or choose another with MP_DATA_DIR.",
        cause);
  }
}
