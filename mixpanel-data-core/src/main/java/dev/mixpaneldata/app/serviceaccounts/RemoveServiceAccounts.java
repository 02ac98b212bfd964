package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.List;
import java.util.Optional;

/** Service accounts that lose their membership in projects. */
@WithBuilder
public record RemoveServiceAccounts(
    @Param(
            help = "Ids of the service accounts",
            listedBy = Reference.LIST_SERVICE_ACCOUNTS,
            required = true)
        List<Long> serviceAccountIds,
    @Param(help = "Ids of the projects", required = true) List<Long> projectIds,
    @Param(help = "Id of the organization; that of the project unless given")
        Optional<Long> organizationId)
    implements RemoveServiceAccountsBuilder.With {
  public RemoveServiceAccounts {
    serviceAccountIds = List.copyOf(serviceAccountIds);
    projectIds = List.copyOf(projectIds);
  }

  /** Returns memberships in projects of the project's organization. */
  public static RemoveServiceAccounts of(List<Long> serviceAccountIds, List<Long> projectIds) {
    return new RemoveServiceAccounts(serviceAccountIds, projectIds, Optional.empty());
  }
}
