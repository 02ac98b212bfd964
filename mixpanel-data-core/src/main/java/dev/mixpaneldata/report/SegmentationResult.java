package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.Hidden;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The counts of an event over time.
 *
 * @param fromDate the first day, inclusive
 * @param toDate the last day, inclusive
 * @param interval days a bucket where these were asked for instead of the unit
 * @param segmentProperty the property or expression it is split by
 * @param total the events in {@code series}; absent for users and averages, which must not be
 *     added. Split, it lacks segments beyond the limit, and an event with a list counts for each
 *     element; a rolling or cumulative series does not change it
 * @param sumOfBucketUniques of users only: the sum over all buckets and segments, in which a user
 *     counts once for each; not the number of users
 * @param series after rolling or cumulation where it was asked for: number by segment and bucket,
 *     zero included; the largest segment first. Not split, the one segment is the event
 */
public record SegmentationResult(
    String event,
    LocalDate fromDate,
    LocalDate toDate,
    BucketUnit unit,
    Optional<Integer> interval,
    CountType type,
    Optional<String> segmentProperty,
    Optional<Long> total,
    Optional<Long> sumOfBucketUniques,
    Map<String, Map<String, Number>> series,
    @Hidden Optional<Json> raw)
    implements ReportResult, Chartable {
  public SegmentationResult {
    series = Series.largestFirst(series);
  }

  /** Returns the answer to a request, with its totals. */
  public static SegmentationResult of(
      SegmentationRequest request,
      Map<String, ? extends Map<String, ? extends Number>> series,
      Optional<Json> raw) {
    long sum = Series.total(series);
    return new SegmentationResult(
        request.event(),
        request.range().from(),
        request.range().to(),
        request.unit(),
        request.interval(),
        request.type(),
        request.on(),
        request.type() == CountType.GENERAL ? Optional.of(sum) : Optional.empty(),
        request.type() == CountType.UNIQUE ? Optional.of(sum) : Optional.empty(),
        request.running().apply(series),
        raw);
  }

  @Override
  public Chart chart() {
    return ReportCharts.lines(event + segmentProperty.map(p -> " by " + p).orElse(""), series);
  }

  @Override
  public List<String> header() {
    return List.of("date", "segment", "count");
  }

  @Override
  public List<List<@Nullable Object>> cells() {
    return Series.cells(series);
  }
}
