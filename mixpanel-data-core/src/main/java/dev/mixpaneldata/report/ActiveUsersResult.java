package dev.mixpaneldata.report;

import dev.mixpaneldata.value.Json;
import dev.mixpaneldata.value.Unlisted;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How many users were active in the days up to each day.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param days how many days up to each; absent for all since the first
 * @param users users by day, every day included
 */
public record ActiveUsersResult(
    LocalDate fromDate,
    LocalDate toDate,
    List<String> events,
    Optional<Integer> days,
    Map<LocalDate, Long> users,
    @Unlisted Optional<Json> raw)
    implements ReportResult {
  public ActiveUsersResult {
    events = List.copyOf(events);
    users = Collections.unmodifiableMap(new TreeMap<>(users));
  }

  @Override
  public List<String> header() {
    return List.of("date", "users");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return users.entrySet().stream()
        .map(day -> Arrays.<@Nullable Object>asList(day.getKey(), day.getValue()))
        .toList();
  }
}
