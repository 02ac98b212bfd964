package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * Asks for the events of some users.
 *
 * @param distinctIds the users; at Mixpanel, any id of a merged user works
 * @param range the days; Mixpanel requires a range and is asked for the last {@value #DEFAULT_DAYS}
 *     unless given. The local copy gives all it has
 * @param limit the greatest number of events, the latest ones; 0 for all
 */
@WithBuilder
public record ActivityFeedRequest(
    @Param(
            help = "Distinct ids of the users",
            alias = "distinct_id",
            required = true,
            suggests = Suggested.USERS)
        List<String> distinctIds,
    @Flatten Optional<DateRange> range,
    @Param(help = "Number of latest events; 0 for all", defaultValue = "100") int limit)
    implements ActivityFeedRequestBuilder.With {
  /** The number of days that Mixpanel is asked for unless a range is given; today is the last. */
  public static final int DEFAULT_DAYS = 30;

  public ActivityFeedRequest {
    distinctIds = Checks.someNames("distinct ids", distinctIds);
    Checks.refuse(limit < 0, "The limit is " + limit + ".", "Choose 0 for all, or more.");
  }

  /** Creates a request for the latest 100 events of users. */
  public static ActivityFeedRequest of(List<String> distinctIds, DateRange range) {
    return new ActivityFeedRequest(distinctIds, Optional.of(range), 100);
  }
}
