package dev.mixpaneldata.credentials;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Misplaced;
import java.util.regex.Pattern;

/**
 * A service account and the project that it works on. Safe to print: the secret is masked.
 *
 * @param username the service account's name, like {@code name.abc123.mp-service-account}
 * @param secret the service account's secret
 * @param projectId the number of the project, as text
 * @param region the region of the project's data
 */
public record Credentials(String username, Secret secret, String projectId, Region region) {
  private static final Pattern PROJECT_ID = Pattern.compile("[0-9]{1,19}");

  public Credentials {
    username = username.strip();
    projectId = projectId.strip();
    // A colon ends the name in HTTP's basic scheme (RFC 7617), so a name with one would be cut.
    if (username.isEmpty() || username.indexOf(':') >= 0) {
      throw MixpanelDataException.invalidArgument(
          "The service account's username " + (username.isEmpty() ? "is empty." : "has a colon."),
          "Copy it from Organization settings, Service accounts; the secret is separate.");
    }
    checkProjectId(projectId);
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

  /** Returns credentials with a secret given as plain text. */
  public static Credentials of(String username, String secret, String projectId, Region region) {
    return new Credentials(username, Secret.of(secret), projectId, region);
  }
}
