package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.Grouping;
import dev.mixpaneldata.report.StepDurations;
import dev.mixpaneldata.report.saved.ReportLine;
import dev.mixpaneldata.report.saved.SavedReportResult;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the steps of a funnel: by segment if it is split, then by measure, then by step. Recorded
 * answers of split funnels lack the whole, which is then the sum of the segments.
 */
final class DefinedFunnel {
  private static final Pattern STEP = Pattern.compile("(\\d+)\\. (.*)", Pattern.DOTALL);
  private static final String WHOLE = "";

  /** The measures of each step, by segment and number of the step. */
  private final Map<String, TreeMap<Integer, Map<String, Double>>> segments = new LinkedHashMap<>();

  private final Map<Integer, String> events = new HashMap<>();

  private DefinedFunnel() {}

  static FunnelResult read(FunnelRequest request, Json answer) {
    DefinedFunnel reader = new DefinedFunnel();
    SavedReportResult.read(answer).lines().forEach(reader::add);
    Map<String, List<FunnelStep.Counted>> split = new LinkedHashMap<>();
    reader.segments.keySet().stream()
        .filter(segment -> !segment.equals(WHOLE))
        .forEach(segment -> split.put(segment, reader.steps(request, segment)));
    List<FunnelStep.Counted> whole =
        split.isEmpty() || reader.segments.containsKey(WHOLE)
            ? reader.steps(request, WHOLE)
            : FunnelResult.sum(List.copyOf(split.values()));
    return FunnelResult.of(
        request,
        Optional.empty(),
        Map.of(request.range().from().toString(), whole),
        split,
        Optional.of(answer));
  }

  private void add(ReportLine line) {
    List<String> path = line.segment();
    int depth = path.size();
    Matcher step = STEP.matcher(depth < 2 ? "" : path.get(depth - 1));
    // A step's measure has one number, which may be null.
    Iterator<@Nullable Number> values = line.values().values().iterator();
    @Nullable Number value = values.hasNext() ? values.next() : null;
    if (!step.matches() || value == null) {
      return;
    }
    List<String> levels = path.subList(0, depth - 2);
    boolean whole = levels.stream().allMatch(SeriesReader.OVERALL::equals);
    if (!whole && levels.contains(SeriesReader.OVERALL)) {
      return;
    }
    int number = Integer.parseInt(step.group(1));
    events.putIfAbsent(number, step.group(2));
    segments
        .computeIfAbsent(whole ? WHOLE : Grouping.joined(levels), s -> new TreeMap<>())
        .computeIfAbsent(number, n -> new HashMap<>())
        .put(path.get(depth - 2), value.doubleValue());
  }

  /** Returns every step of the request, those without an answer with nobody. */
  private List<FunnelStep.Counted> steps(FunnelRequest request, String segment) {
    Map<Integer, Map<String, Double>> known = segments.getOrDefault(segment, new TreeMap<>());
    List<FunnelStep.Counted> steps = new ArrayList<>();
    for (int i = 1; i <= request.steps().size(); i++) {
      Map<String, Double> measures = known.getOrDefault(i, Map.of());
      boolean first = i == 1;
      steps.add(
          new FunnelStep.Counted(
              events.getOrDefault(i, request.steps().get(i - 1).event()),
              Math.round(measures.getOrDefault("count", 0.0)),
              first ? StepDurations.NONE : time(measures, "avg_time"),
              first ? StepDurations.NONE : time(measures, "avg_time_from_start")));
    }
    return List.copyOf(steps);
  }

  private static StepDurations time(Map<String, Double> measures, String name) {
    return StepDurations.ofAverage(Optional.ofNullable(measures.get(name)));
  }
}
