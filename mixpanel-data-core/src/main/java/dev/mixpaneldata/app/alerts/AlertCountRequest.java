package dev.mixpaneldata.app.alerts;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import java.util.Optional;

/** A request for the number of alerts. */
@WithBuilder
public record AlertCountRequest(
    @Param(help = "Only alerts of this type, such as anomaly") Optional<String> type)
    implements AlertCountRequestBuilder.With {
  /** Returns a request for all types. */
  public static AlertCountRequest of() {
    return new AlertCountRequest(Optional.empty());
  }
}
