package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for the times at which an alert fired. */
@WithBuilder
public record AlertHistoryRequest(
    @Param(help = "Id of the alert", listedBy = Reference.LIST_ALERTS) long alertId,
    @Param(help = "At most this many entries") Optional<Integer> pageSize,
    @Param(help = "Where the page begins, as the page before says") Optional<String> cursor)
    implements AlertHistoryRequestBuilder.With {
  /** Returns a request for the first page. */
  public static AlertHistoryRequest of(long alertId) {
    return new AlertHistoryRequest(alertId, Optional.empty(), Optional.empty());
  }
}
