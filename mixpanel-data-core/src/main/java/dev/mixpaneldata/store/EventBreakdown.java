package dev.mixpaneldata.store;

import dev.mixpaneldata.value.Tabular;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Rows and users by event name, the most common first.
 *
 * @param table the table
 * @param totalEvents rows in it
 * @param totalUsers distinct distinct_ids in it
 * @param firstTime the earliest event_time, UTC
 * @param lastTime the latest event_time, UTC
 * @param events one line an event name
 */
public record EventBreakdown(
    String table,
    long totalEvents,
    long totalUsers,
    Optional<LocalDateTime> firstTime,
    Optional<LocalDateTime> lastTime,
    List<EventCount> events)
    implements Tabular {
  /**
   * One event name: its rows, users, first and last time (UTC) and share of all rows in percent.
   */
  public record EventCount(
      String event,
      long count,
      long users,
      @Nullable LocalDateTime firstTime,
      @Nullable LocalDateTime lastTime,
      double percent) {}

  @Override
  public List<String> header() {
    return List.of("event", "count", "users", "first_time", "last_time", "percent");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return events.stream()
        .map(
            e ->
                Arrays.<@Nullable Object>asList(
                    e.event(), e.count(), e.users(), e.firstTime(), e.lastTime(), e.percent()))
        .toList();
  }
}
