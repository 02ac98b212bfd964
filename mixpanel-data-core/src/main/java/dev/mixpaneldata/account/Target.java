package dev.mixpaneldata.account;

import dev.mixpaneldata.credentials.Credentials;
import dev.mixpaneldata.error.MixpanelDataException;
import java.util.Optional;

/**
 * A named choice of what to work on, so that one word changes account, project and data view
 * together.
 *
 * @param name letters, digits, dots, dashes and underscores, beginning with a letter or digit
 * @param account the saved account; the credentials of the environment if empty
 * @param projectId the project; the account's own if empty
 * @param dataView the data view of the project, which Mixpanel's API calls a workspace; all data if
 *     empty
 */
public record Target(
    String name, Optional<String> account, Optional<String> projectId, Optional<Long> dataView) {
  public Target {
    Account.checkName("target", name);
    projectId = projectId.map(Credentials::checkProjectId);
    if (account.isEmpty() && projectId.isEmpty() && dataView.isEmpty()) {
      throw MixpanelDataException.invalidArgument(
          "The target '" + name + "' names nothing.",
          "Give an account, a project or a data view, or several of them.");
    }
  }
}
