package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A funnel by day, week or month: a funnel for each bucket, which is one query of the hour's 60.
 *
 * @param ranges the days of each bucket, by its name
 */
record FunnelTrend(FunnelRequest request, Map<String, DateRange> ranges) {
  /** The most buckets: a month of days leaves half of the hour's queries. */
  static final int MOST_BUCKETS = 31;

  static FunnelTrend of(FunnelRequest request) {
    BucketUnit unit = request.unit().orElseThrow().unit();
    Map<String, DateRange> ranges = Buckets.ranges(request.range(), unit);
    if (ranges.size() > MOST_BUCKETS) {
      throw MixpanelDataException.cannotAnswer(
          "Each bucket of a funnel costs one query of the hour's 60, and "
              + ranges.size()
              + " are asked for.",
          Hint.of(
              "Ask for at most %d, or fetch the events with {} and compute the report from the table with {}."
                  .formatted(MOST_BUCKETS),
              Reference.FETCH_EVENTS,
              Reference.LOCAL_TABLE));
    }
    return new FunnelTrend(request, ranges);
  }

  /** Returns the funnel of each bucket, in order of time. */
  List<FunnelRequest> buckets() {
    return ranges.values().stream()
        .map(range -> request.with(r -> r.unit(Optional.empty())).during(range))
        .toList();
  }

  /** Returns the answers, which are in the order of the buckets, as one. */
  FunnelResult joined(List<FunnelResult> answers) {
    Map<String, List<FunnelStep.Counted>> series = new LinkedHashMap<>();
    Map<String, List<List<FunnelStep.Counted>>> runs = new LinkedHashMap<>();
    int bucket = 0;
    for (String name : ranges.keySet()) {
      FunnelResult answer = answers.get(bucket++);
      series.put(name, counted(answer.steps()));
      answer
          .segments()
          .forEach(
              (segment, steps) ->
                  runs.computeIfAbsent(segment, s -> new ArrayList<>()).add(counted(steps)));
    }
    Map<String, List<FunnelStep.Counted>> segments = new LinkedHashMap<>();
    runs.forEach((segment, all) -> segments.put(segment, FunnelResult.sum(all)));
    return FunnelResult.of(request, Optional.empty(), series, segments, Optional.empty());
  }

  private static List<FunnelStep.Counted> counted(List<FunnelStep> steps) {
    return steps.stream().map(FunnelStep::counted).toList();
  }
}
