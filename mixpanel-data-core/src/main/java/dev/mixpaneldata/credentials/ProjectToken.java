package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;

/** The token of a project, by which events and profiles find it. */
public final class ProjectToken {
  private ProjectToken() {}

  /**
   * Returns the token as plain text.
   *
   * @throws MixpanelDataException {@code CREDENTIALS_MISSING} if it is not known
   */
  public static String require(Optional<Secret> token, String projectId) {
    return token
        .map(Secret::reveal)
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.CREDENTIALS_MISSING,
                    "The token of project " + projectId + " is not known.",
                    "Set MP_PROJECT_TOKEN to it and MP_PROJECT_ID to its project."
                        + " Project settings, Overview, shows both."));
  }
}
