package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * What users did.
 *
 * @param distinctIds whose events; any id of a merged user will do at Mixpanel
 * @param range the days; Mixpanel needs some, so without them the last {@value #DEFAULT_DAYS} are
 *     asked for. The local copy gives all it has
 * @param limit the latest so many events; 0 for all
 */
@WithBuilder
public record ActivityFeedRequest(
    @Param(help = "Distinct ids of the users", alias = "distinct_id", required = true)
        List<String> distinctIds,
    @Flatten Optional<DateRange> range,
    @Param(help = "Give the latest so many events; 0 for all", defaultValue = "100") int limit)
    implements ActivityFeedRequestBuilder.With {
  /** How many days back Mixpanel is asked where no range is given; today is the last. */
  public static final int DEFAULT_DAYS = 30;

  public ActivityFeedRequest {
    distinctIds = Checks.someNames("distinct ids", distinctIds);
    Checks.refuse(limit < 0, "The limit is " + limit + ".", "Choose 0 for all, or more.");
  }

  /** The latest 100 events of users. */
  public static ActivityFeedRequest of(List<String> distinctIds, DateRange range) {
    return new ActivityFeedRequest(distinctIds, Optional.of(range), 100);
  }
}
