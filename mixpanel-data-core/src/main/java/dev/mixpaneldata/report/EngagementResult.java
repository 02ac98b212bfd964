package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Users by their number of events.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param events the names counted; empty for all
 * @param totalUsers users with at least one event, also those below the first group
 * @param buckets the groups, ascending, those without users included
 */
public record EngagementResult(
    LocalDate fromDate,
    LocalDate toDate,
    List<String> events,
    long totalUsers,
    List<Bucket> buckets,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public EngagementResult {
    events = List.copyOf(events);
    buckets = List.copyOf(buckets);
  }

  /**
   * A group of users with similar numbers of events.
   *
   * @param bucketMin the least number of events
   * @param bucketLabel the group for people to read: {@code 1}, {@code 2-4}, {@code 100+}
   * @param userCount users with that many events
   * @param percentage their share of all users, 0 to 100
   */
  public record Bucket(int bucketMin, String bucketLabel, long userCount, double percentage) {}

  /** Returns the answer to a request, given the number of users in each group. */
  public static EngagementResult of(
      EngagementRequest request,
      long totalUsers,
      Map<Integer, Long> usersByMinimum,
      Optional<Json> raw) {
    List<Bucket> buckets = new ArrayList<>();
    List<Integer> minimums = request.buckets();
    for (int i = 0; i < minimums.size(); i++) {
      int minimum = minimums.get(i);
      long users = usersByMinimum.getOrDefault(minimum, 0L);
      buckets.add(
          new Bucket(
              minimum,
              i + 1 < minimums.size() ? label(minimum, minimums.get(i + 1) - 1) : minimum + "+",
              users,
              totalUsers == 0 ? 0 : 100.0 * users / totalUsers));
    }
    return new EngagementResult(
        request.range().from(), request.range().to(), request.events(), totalUsers, buckets, raw);
  }

  private static String label(int least, int most) {
    return least == most ? String.valueOf(least) : least + "-" + most;
  }

  @Override
  public Chart chart() {
    return ReportCharts.bars(
        "Users by number of events",
        buckets.stream()
            .map(
                b ->
                    new Chart.Bar(
                        b.bucketLabel(), b.userCount(), ReportCharts.percent(b.percentage() / 100)))
            .toList());
  }

  @Override
  public List<String> header() {
    return List.of("bucket", "users", "percentage");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return buckets.stream()
        .map(b -> Arrays.<@Nullable Object>asList(b.bucketLabel(), b.userCount(), b.percentage()))
        .toList();
  }
}
