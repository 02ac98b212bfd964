package dev.mixpaneldata.lake;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * The events that a lake is for. All days of a lake have the same source.
 *
 * @param project the id of the Mixpanel project
 * @param region us, eu or in
 * @param timezone the zone whose calendar days the folders are
 * @param shifted whether {@code time} among the {@code properties} is the wall clock of that zone
 *     (projects created before 2023); {@code event_time} is UTC always
 * @param events the event names that were asked for; empty for all
 * @param where the filter expression that was sent to Mixpanel
 */
public record LakeSource(
    String project,
    String region,
    ZoneId timezone,
    boolean shifted,
    List<String> events,
    Optional<String> where) {
  public LakeSource {
    events = events.stream().distinct().sorted().toList();
  }
}
