package dev.mixpaneldata.app.serviceaccounts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** The service accounts of an organization. */
@WithBuilder
public record ServiceAccountListRequest(
    @Param(help = "Id of the organization; that of the project unless given")
        Optional<Long> organizationId)
    implements ServiceAccountListRequestBuilder.With {
  /** Returns a request for those of the project's organization. */
  public static ServiceAccountListRequest of() {
    return new ServiceAccountListRequest(Optional.empty());
  }
}
