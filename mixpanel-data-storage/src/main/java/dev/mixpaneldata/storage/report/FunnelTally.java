package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.FunnelCounting;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.storage.shard.Tally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Follows users through a funnel and counts them by bucket and segment. For one thread. */
final class FunnelTally implements Tally<FunnelTally> {
  private static final long serialVersionUID = 1;

  private final int steps;
  private final boolean countsAll;
  private final FunnelMatcher matcher;
  private final FunnelPaths paths;
  private final LinkedHashMap<String, long[]> buckets = new LinkedHashMap<>();
  private final TreeMap<String, FunnelCounts> series = new TreeMap<>();
  private final HashMap<String, FunnelCounts> segments = new HashMap<>();

  FunnelTally(FunnelRequest request, FunnelMatcher matcher, FunnelPaths paths) {
    this.steps = request.steps().size();
    this.countsAll = request.counting() == FunnelCounting.TOTAL;
    this.matcher = matcher;
    this.paths = paths;
  }

  /** Adds a bucket of users who enter from the first time on and before the second. */
  void addBucket(String key, long from, long to) {
    buckets.put(key, new long[] {from, to});
    series.put(key, new FunnelCounts(steps));
  }

  Map<String, FunnelCounts> series() {
    return series;
  }

  Map<String, FunnelCounts> segments() {
    return segments;
  }

  @Override
  public void read(ResultSet row) throws SQLException {
    long onlookers = paths.onlookers(row);
    if (onlookers > 0) {
      series.values().forEach(counts -> counts.enter(onlookers));
    } else {
      follow(paths.read(row));
    }
  }

  @Override
  public void add(FunnelTally other) {
    other.series.forEach((key, counts) -> counts(series, key).add(counts));
    other.segments.forEach((key, counts) -> counts(segments, key).add(counts));
  }

  private void follow(UserPath path) {
    buckets.forEach(
        (key, times) -> {
          passages(path, times, i -> true).forEach(counts(series, key)::add);
          if (paths.split()) {
            segmentsOf(path)
                .forEach(
                    segment ->
                        passages(path, times, i -> path.isIn(i, segment))
                            .forEach(counts(segments, segment)::add));
          }
        });
  }

  private FunnelCounts counts(Map<String, FunnelCounts> all, String key) {
    return all.computeIfAbsent(key, s -> new FunnelCounts(steps));
  }

  private List<Passage> passages(UserPath path, long[] times, IntPredicate mayEnter) {
    if (countsAll) {
      return matcher.all(path, times[0], times[1], mayEnter);
    }
    @Nullable Passage first = matcher.first(path, times[0], times[1], mayEnter);
    return first == null ? List.of() : List.of(first);
  }

  private static Set<String> segmentsOf(UserPath path) {
    Set<String> all = new LinkedHashSet<>();
    path.segments().forEach(all::addAll);
    return all;
  }
}
