package dev.mixpaneldata.report;

import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The events of some users.
 *
 * @param fromDate the first day, inclusive; absent if there was no range
 * @param toDate the last day, inclusive
 * @param events the events, oldest first
 * @param truncated whether earlier events were left out because of the limit
 * @param totalEvents the number of events in all
 */
public record ActivityFeedResult(
    List<String> distinctIds,
    Optional<LocalDate> fromDate,
    Optional<LocalDate> toDate,
    List<UserEvent> events,
    boolean truncated,
    long totalEvents,
    @Hidden Optional<Json> raw)
    implements ReportResult {
  public ActivityFeedResult {
    distinctIds = List.copyOf(distinctIds);
    events = List.copyOf(events);
  }

  /** Returns the answer to a request: given all events in any order, it keeps the latest. */
  public static ActivityFeedResult of(
      ActivityFeedRequest request, List<UserEvent> all, Optional<Json> raw) {
    List<UserEvent> sorted =
        all.stream().sorted(Comparator.comparing(e -> e.time().orElse(Instant.MIN))).toList();
    int kept = request.limit() == 0 ? sorted.size() : Math.min(request.limit(), sorted.size());
    return new ActivityFeedResult(
        request.distinctIds(),
        request.range().map(r -> r.from()),
        request.range().map(r -> r.to()),
        sorted.subList(sorted.size() - kept, sorted.size()),
        kept < sorted.size(),
        sorted.size(),
        raw);
  }

  @Override
  public boolean newestLast() {
    return true;
  }

  @Override
  public List<String> notes() {
    return truncated
        ? List.of(
            ("These are the latest %,d of %,d events; set the limit to 0 for all, or"
                    + " choose fewer days.")
                .formatted(events.size(), totalEvents))
        : List.of();
  }

  @Override
  public List<String> header() {
    return List.of("time", "event", "distinct_id", "properties");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return events.stream()
        .map(
            e ->
                Arrays.<@Nullable Object>asList(
                    e.time().orElse(null), e.event(), e.distinctId().orElse(null), e.properties()))
        .toList();
  }
}
