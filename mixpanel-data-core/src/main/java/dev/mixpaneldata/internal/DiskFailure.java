package dev.mixpaneldata.internal;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.channels.ClosedByInterruptException;
import java.util.Locale;

/** The errors that failures of the local disk become, for jobs that can be repeated. */
public final class DiskFailure {
  private DiskFailure() {}

  /** Somebody interrupted the job; the JDK closes the files of such threads without a word. */
  public static MixpanelDataException stopped(String job, Exception cause) {
    return new MixpanelDataException(
        ErrorCode.INTERRUPTED,
        "The " + job + " was stopped.",
        "Completed parts are kept. Repeat the " + job + " to continue.",
        cause);
  }

  /**
   * Returns what to throw when the disk failed.
   *
   * @param job what to repeat, such as {@code fetch}
   * @param what what cannot be done, without a full stop
   */
  public static MixpanelDataException of(String job, String what, Exception cause) {
    return of(
        job, what, "Check the folder's permissions, or choose another with MP_DATA_DIR.", cause);
  }

  /**
   * Returns what to throw as {@link #of(String, String, Exception)} does.
   *
   * @param advice what to do about a failure of another kind than a full disk
   */
  public static MixpanelDataException of(String job, String what, String advice, Exception cause) {
    if (cause instanceof ClosedByInterruptException) {
      return stopped(job, cause);
    }
    String message = Reason.of(cause);
    if (message.toLowerCase(Locale.ROOT).contains("no space left")) {
      return new MixpanelDataException(
          ErrorCode.DISK_FULL,
          what + ": the disk is full.",
          "Free some space and repeat the " + job + ". Completed parts are kept.",
          cause);
    }
    return new MixpanelDataException(
        ErrorCode.STORAGE_FAILED, what + ": " + message + ".", advice, cause);
  }
}
