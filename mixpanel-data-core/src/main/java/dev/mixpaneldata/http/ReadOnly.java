package dev.mixpaneldata.http;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;

/** The refusal of changes where only reading is allowed. */
public final class ReadOnly {
  private ReadOnly() {}

  /**
   * Returns the error of a change that is not made.
   *
   * @param nothing begins the message, such as {@code Nothing was sent}
   */
  public static MixpanelDataException refusal(String nothing) {
    return new MixpanelDataException(
        ErrorCode.PERMISSION_DENIED,
        nothing + ": Mixpanel's data may only be read here.",
        "To allow changes, unset MP_READ_ONLY and leave the switch to read only out.");
  }
}
