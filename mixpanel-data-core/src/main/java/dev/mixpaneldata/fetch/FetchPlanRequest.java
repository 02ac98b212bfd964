package dev.mixpaneldata.fetch;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;

/**
 * A request for what a fetch of events would take.
 *
 * @param fetch the fetch, which is not begun
 * @param count whether Mixpanel may count the events where no local table tells their number
 */
@WithBuilder
public record FetchPlanRequest(
    @Flatten FetchEvents fetch,
    @Param(
            help =
                "Let Mixpanel count the events if no local table has their number, with up to 6 of"
                    + " the hour's queries")
        boolean count)
    implements FetchPlanRequestBuilder.With {
  /** Returns a request that makes no call. */
  public static FetchPlanRequest of(FetchEvents fetch) {
    return new FetchPlanRequest(fetch, false);
  }
}
