package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.LenientReader;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.StepDurations;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Reads {@code {"data": {date: {"steps": […]}}}}, or, split, {@code {"data": {date: {"$overall":
 * […], segment: […]}}}}. A total beside the dates is ignored and computed from them.
 */
final class FunnelReader {
  private final Map<String, List<FunnelStep.Counted>> series = new TreeMap<>();
  private final Map<String, List<List<FunnelStep.Counted>>> segments = new LinkedHashMap<>();

  private FunnelReader() {}

  static FunnelResult read(FunnelRequest request, Optional<String> name, Json answer) {
    FunnelReader reader = new FunnelReader();
    JsonNode data = Mappers.read(answer.text()).path("data");
    LenientReader.fields(data)
        .forEach(
            (date, funnel) -> {
              if (BucketNames.isDate(date)) {
                reader.add(BucketNames.of(date, BucketUnit.DAY), funnel);
              }
            });
    Map<String, List<FunnelStep.Counted>> totals = new LinkedHashMap<>();
    reader.segments.forEach((segment, runs) -> totals.put(segment, FunnelResult.sum(runs)));
    return FunnelResult.of(request, name, reader.series, totals, Optional.of(answer));
  }

  private void add(String date, JsonNode funnel) {
    if (funnel.path("steps").isArray()) {
      series.put(date, steps(funnel.path("steps")));
      return;
    }
    List<List<FunnelStep.Counted>> parts = new ArrayList<>();
    LenientReader.fields(funnel)
        .forEach(
            (segment, value) -> {
              JsonNode list = value.isArray() ? value : value.path("steps");
              if (!list.isArray()) {
                return;
              }
              List<FunnelStep.Counted> steps = steps(list);
              if (segment.equals(SeriesReader.OVERALL)) {
                series.put(date, steps);
              } else {
                parts.add(steps);
                segments.computeIfAbsent(segment, s -> new ArrayList<>()).add(steps);
              }
            });
    // Every passage has one value, so the sum of the parts is the missing whole.
    series.computeIfAbsent(date, d -> FunnelResult.sum(parts));
  }

  private static StepDurations times(JsonNode average) {
    return StepDurations.ofAverage(LenientReader.number(average));
  }

  private static List<FunnelStep.Counted> steps(JsonNode list) {
    List<FunnelStep.Counted> steps = new ArrayList<>();
    for (JsonNode step : list) {
      boolean first = steps.isEmpty();
      long count = LenientReader.count(step.path("count"));
      // The sample has times at the first step, although the text says that it has none.
      boolean timed = !first && count > 0;
      steps.add(
          new FunnelStep.Counted(
              LenientReader.text(step.path("step_label"))
                  .or(() -> LenientReader.text(step.path("event")))
                  .or(() -> LenientReader.text(step.path("goal")))
                  .orElse("step " + (steps.size() + 1)),
              count,
              timed ? times(step.path("avg_time")) : StepDurations.NONE,
              timed ? times(step.path("avg_time_from_start")) : StepDurations.NONE));
    }
    return List.copyOf(steps);
  }
}
