package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for alerts. */
@WithBuilder
public record AlertListRequest(
    @Param(help = "Only alerts on this saved report", listedBy = Reference.LIST_BOOKMARKS)
        Optional<Long> bookmarkId,
    @Param(help = "Also alerts of other users") boolean skipUserFilter)
    implements AlertListRequestBuilder.With {
  /** Returns a request for the alerts of the caller. */
  public static AlertListRequest of() {
    return new AlertListRequest(Optional.empty(), false);
  }
}
