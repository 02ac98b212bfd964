package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/** Service accounts that become members of projects, all with one role. */
@WithBuilder
public record AddServiceAccounts(
    @Param(
            help = "Ids of the service accounts",
            listedBy = Reference.LIST_SERVICE_ACCOUNTS,
            required = true)
        List<Long> serviceAccountIds,
    @Param(help = "Ids of the projects", required = true) List<Long> projectIds,
    @Param(help = "Role in each project") Role role,
    @Param(help = "Id of the organization; that of the project unless given")
        Optional<Long> organizationId)
    implements AddServiceAccountsBuilder.With {
  public AddServiceAccounts {
    serviceAccountIds = List.copyOf(serviceAccountIds);
    projectIds = List.copyOf(projectIds);
  }

  /** Returns memberships in projects of the project's organization. */
  public static AddServiceAccounts of(
      List<Long> serviceAccountIds, List<Long> projectIds, Role role) {
    return new AddServiceAccounts(serviceAccountIds, projectIds, role, Optional.empty());
  }
}
