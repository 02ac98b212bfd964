package dev.mixpaneldata.report;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.json.Hidden;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.internal.report.Series;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.ArrayList;
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
 * @param total all events of the range that pass, those of segments beyond the limit included;
 *     absent for users and averages, which must not be added. Where Mixpanel answers, it is the sum
 *     of {@code series}. A rolling or cumulative series does not change it
 * @param sumOfBucketUniques of users only: the sum over all buckets and segments, in which a user
 *     counts once for each; not the number of users
 * @param segmentCount how many segments there are, those beyond the limit included; absent where it
 *     is not split and where Mixpanel answers, which does not say
 * @param otherEvents events of segments beyond the limit; an event with a list counts for each
 *     element
 * @param series after rolling or cumulation where it was asked for: number by segment and bucket,
 *     zero included; the largest segment first. Not split, the one segment is the event
 * @param definition the report in Mixpanel's own form, if it was sent so
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
    Optional<Long> segmentCount,
    Optional<Long> otherEvents,
    Map<String, Map<String, Number>> series,
    @Hidden Optional<Json> definition,
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
        Optional.empty(),
        Optional.empty(),
        request.running().apply(series),
        Optional.empty(),
        raw);
  }

  /**
   * The same with what is known of all segments.
   *
   * @param allEvents all events that pass
   * @param segments how many segments they have
   * @param others events of segments that are not in {@code series}
   */
  public SegmentationResult ofAll(long allEvents, long segments, long others) {
    return new SegmentationResult(
        event,
        fromDate,
        toDate,
        unit,
        interval,
        type,
        segmentProperty,
        total.map(t -> allEvents),
        sumOfBucketUniques,
        Optional.of(segments),
        Optional.of(others),
        series,
        definition,
        raw);
  }

  /** Returns the answer with the definition of its question. */
  public SegmentationResult definedBy(Json params) {
    return new SegmentationResult(
        event,
        fromDate,
        toDate,
        unit,
        interval,
        type,
        segmentProperty,
        total,
        sumOfBucketUniques,
        segmentCount,
        otherEvents,
        series,
        Optional.of(params),
        raw);
  }

  @Override
  public List<String> notes() {
    List<String> notes = new ArrayList<>();
    segmentCount
        .filter(all -> all > series.size())
        .ifPresent(
            all ->
                notes.add(
                    "%,d of %,d segments are shown; the others have %,d events."
                        .formatted(series.size(), all, otherEvents.orElse(0L))));
    if (interval.isEmpty()) {
      notes.addAll(Buckets.cut(new DateRange(fromDate, toDate), unit));
    }
    return List.copyOf(notes);
  }

  @Override
  public Chart chart() {
    return ReportCharts.lines(
        "%s%s: %s, %s"
            .formatted(
                event,
                segmentProperty.map(p -> " by " + p).orElse(""),
                interval
                    .map(days -> "buckets of " + days + " days")
                    .orElse(ReportCharts.measure(type, unit)),
                ReportCharts.period(fromDate, toDate)),
        series,
        segmentCount.orElse((long) series.size()));
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
