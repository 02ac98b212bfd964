package dev.mixpaneldata.app.flags;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/** A request for flags. */
@WithBuilder
public record FlagListRequest(@Param(help = "Also archived ones") boolean includeArchived)
    implements FlagListRequestBuilder.With {
  /** Returns a request for those that are not archived. */
  public static FlagListRequest of() {
    return new FlagListRequest(false);
  }
}
