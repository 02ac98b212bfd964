package dev.mixpaneldata.store;

import dev.mixpaneldata.value.DateRange;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The source of a table's rows, kept beside the table.
 *
 * @param projectId the Mixpanel project
 * @param region us, eu or in
 * @param range the days fetched, inclusive; empty for profiles
 * @param events the event names asked for; empty for all
 * @param where the filter expression sent to Mixpanel
 * @param limit the greatest number of events asked for
 * @param projectZone the zone that exported times are shifted into (projects created before 2023);
 *     empty where exported times are UTC
 */
public record TableOrigin(
    String projectId,
    String region,
    Optional<DateRange> range,
    List<String> events,
    Optional<String> where,
    Optional<Long> limit,
    Optional<ZoneId> projectZone) {
  public TableOrigin {
    events = List.copyOf(events);
  }
}
