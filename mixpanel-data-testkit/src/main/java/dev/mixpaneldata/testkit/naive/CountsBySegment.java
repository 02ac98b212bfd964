package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.report.CountType;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of events by segment and bucket. */
final class CountsBySegment {
  private final NaiveProject project;
  private final CountType type;
  private final TimeBuckets cut;
  private final Map<String, Tally> totals = new LinkedHashMap<>();
  private final Map<String, Map<String, Tally>> buckets = new LinkedHashMap<>();

  CountsBySegment(NaiveProject project, CountType type, TimeBuckets cut) {
    this.project = project;
    this.type = type;
    this.cut = cut;
  }

  /**
   * Counts an event once in each of its segments; events without a user add to the number of events
   * only.
   */
  void add(NaiveEvent event, Collection<String> segments) {
    if (type != CountType.GENERAL && !event.hasUser()) {
      return;
    }
    String bucket = cut.nameAt().apply(project.clock(event));
    for (String segment : segments) {
      totals.computeIfAbsent(segment, s -> new Tally()).add(event);
      buckets
          .computeIfAbsent(segment, s -> new LinkedHashMap<>())
          .computeIfAbsent(bucket, b -> new Tally())
          .add(event);
    }
  }

  /** Returns the largest segments over the whole range, in which a user counts once. */
  List<String> largest(int limit) {
    Map<String, Long> sizes = new LinkedHashMap<>();
    totals.forEach((segment, tally) -> sizes.put(segment, tally.size(type)));
    return Ranking.largest(sizes, limit);
  }

  /** How many segments there are. */
  long segments() {
    return totals.size();
  }

  /** Events of all but these segments. */
  long others(Collection<String> shown) {
    return totals.entrySet().stream()
        .filter(segment -> !shown.contains(segment.getKey()))
        .mapToLong(segment -> segment.getValue().size(CountType.GENERAL))
        .sum();
  }

  /** The series of these segments, with a number for every bucket. */
  Map<String, Map<String, Number>> series(Collection<String> segments) {
    Map<String, Map<String, Number>> series = new LinkedHashMap<>();
    for (String segment : segments) {
      Map<String, Number> numbers = new LinkedHashMap<>();
      buckets
          .getOrDefault(segment, Map.of())
          .forEach((bucket, tally) -> numbers.put(bucket, tally.count(type)));
      series.put(segment, numbers);
    }
    return Series.dense(series, cut.names(), Tally.zero(type));
  }
}
