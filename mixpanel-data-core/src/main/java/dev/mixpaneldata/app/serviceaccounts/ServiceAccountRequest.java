package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** One service account. */
@WithBuilder
public record ServiceAccountRequest(
    @Param(help = "Id of the service account", listedBy = Reference.LIST_SERVICE_ACCOUNTS)
        long serviceAccountId,
    @Param(help = "Id of the organization; that of the project unless given")
        Optional<Long> organizationId)
    implements ServiceAccountRequestBuilder.With {
  /** Returns a service account of the project's organization. */
  public static ServiceAccountRequest of(long serviceAccountId) {
    return new ServiceAccountRequest(serviceAccountId, Optional.empty());
  }
}
