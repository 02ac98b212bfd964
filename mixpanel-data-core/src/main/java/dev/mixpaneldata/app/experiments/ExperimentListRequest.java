package dev.mixpaneldata.app.experiments;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** A request for experiments. */
@WithBuilder
public record ExperimentListRequest(@Param(help = "Also archived ones") boolean includeArchived)
    implements ExperimentListRequestBuilder.With {
  /** Returns a request for those that are not archived. */
  public static ExperimentListRequest of() {
    return new ExperimentListRequest(false);
  }
}
