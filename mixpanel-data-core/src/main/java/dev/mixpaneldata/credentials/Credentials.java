package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Misplaced;
import java.util.regex.Pattern;

/**
 * A sign-in and the project that it works on. Safe to print: secrets are masked.
 *
 * @param signIn the proof of identity
 * @param projectId the number of the project, as text
 * @param region the region of the project's data
 */
public record Credentials(SignIn signIn, String projectId, Region region) {
  private static final Pattern PROJECT_ID = Pattern.compile("[0-9]{1,19}");

  public Credentials {
    projectId = checkProjectId(projectId);
  }

  /**
   * Returns the id of a project.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if it is not a number
   */
  public static String checkProjectId(String projectId) {
    String id = projectId.strip();
    if (!PROJECT_ID.matcher(id).matches()) {
      throw MixpanelDataException.invalidArgument(
          "The project id " + Misplaced.shown(projectId) + " is not a number.",
          "Copy the project id from Project settings, Overview.");
    }
    return id;
  }

  /** Returns credentials of a service account with a secret given as plain text. */
  public static Credentials of(String username, String secret, String projectId, Region region) {
    return new Credentials(new ServiceAccount(username, Secret.of(secret)), projectId, region);
  }

  /** Returns the name of the sign-in: the username of a service account. */
  public String username() {
    return signIn.name();
  }
}
