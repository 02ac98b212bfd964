package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.Json;
import java.util.Optional;

/**
 * A new service account.
 *
 * @param json further fields of the body, as a JSON object
 */
@WithBuilder
public record CreateServiceAccount(
    @Param(help = "Descriptive name of the account") String username,
    @Param(help = "Role in the organization") Optional<Role> role,
    @Param(help = "When it ends, such as 2027-01-31T00:00:00Z; never unless given")
        Optional<String> expires,
    @Param(help = "Projects with roles: a JSON list of objects with id and role")
        Optional<Json> projects,
    @Param(help = "Id of the organization; that of the project unless given")
        Optional<Long> organizationId,
    @Param(help = Param.BODY) Optional<Json> json)
    implements CreateServiceAccountBuilder.With {
  /** Returns an account without a role. */
  public static CreateServiceAccount of(String username) {
    return new CreateServiceAccount(
        username,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }
}
