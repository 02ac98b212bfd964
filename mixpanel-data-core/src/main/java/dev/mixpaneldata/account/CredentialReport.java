package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Region;
import dev.mixpaneldata.error.ErrorCode;
import java.time.ZoneId;
import java.util.Optional;

/**
 * Whether an account works, and what it works on.
 *
 * @param success whether calls with it can be expected to succeed
 * @param account its name, if it has one
 * @param projectId the project it names
 * @param projectName the project's name, if Mixpanel told it
 * @param region the region it names
 * @param timeZone the project's time zone, if Mixpanel told it
 * @param role the service account's role in the project, if Mixpanel told it
 * @param eventsFound how many event names of the last 31 days the query API told, at most 5000;
 *     absent where it was not asked or did not tell
 * @param problem what is wrong, exactly when there is no success
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
   * What is wrong with an account.
   *
   * @param code its stable name
   * @param message what was found, without the secret
   * @param hint what to do
   */
  public record Problem(ErrorCode code, String message, String hint) {}
}
