package dev.mixpaneldata.fetch;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** The errors that failures of the local disk become. */
final class FetchErrors {
  private FetchErrors() {}

  static MixpanelDataException disk(String what, Exception cause) {
    if (cause instanceof ClosedByInterruptException) {
      return new MixpanelDataException(
          ErrorCode.INTERRUPTED,
          "The fetch was stopped.",
          "What is complete is kept: make the same request again to go on.",
          cause);
    }
    String message = String.valueOf(cause.getMessage());
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
