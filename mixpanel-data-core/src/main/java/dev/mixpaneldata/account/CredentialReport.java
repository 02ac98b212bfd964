package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import java.time.ZoneId;
import java.util.Optional;

/**
 * The result of a check of credentials: whether they work, and for which project.
 *
 * @param success whether calls with it can be expected to succeed
 * @param account its name, if it has one
 * @param projectId the project it names
 * @param projectName the project's name, if Mixpanel reported it
 * @param region the region it names
 * @param timeZone the project's time zone, if Mixpanel reported it
 * @param role the service account's role in the project, if Mixpanel reported it
 * @param eventsFound the number of event names of the last 31 days that the query API returned, at
 *     most 5000; absent if it was not asked or did not answer
 * @param problem what is wrong; present if and only if {@code success} is false
 */
public record CredentialReport(
    boolean success,
    Optional<String> account,
    String projectId,
    Optional<String> projectName,
    Region region,
    Optional<ZoneId> timeZone,
    Optional<String> role,
    Optional<Integer> eventsFound,
    Optional<Problem> problem) {
  /**
   * The reason why an account does not work.
   *
   * @param code its stable name
   * @param message what was found, without the secret
   * @param hint what to do
   */
  public record Problem(ErrorCode code, String message, String hint) {}
}
