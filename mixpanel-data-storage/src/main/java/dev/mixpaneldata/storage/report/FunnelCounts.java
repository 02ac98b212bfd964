package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelStep;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Adds up passages. */
final class FunnelCounts {
  private final long[] counts;
  private final long[] millisFromBefore;
  private final long[] millisFromStart;

  FunnelCounts(int steps) {
    counts = new long[steps];
    millisFromBefore = new long[steps];
    millisFromStart = new long[steps];
  }

  void add(Passage passage) {
    long[] reached = passage.reached();
    for (int i = 0; i < reached.length; i++) {
      counts[i]++;
      if (i > 0) {
        // Within the grace, a step may lie before the one it follows.
        millisFromBefore[i] += Math.max(0, reached[i] - reached[i - 1]);
        millisFromStart[i] += Math.max(0, reached[i] - reached[0]);
      }
    }
  }

  long entered() {
    return counts[0];
  }

  List<FunnelStep.Counted> steps(List<EventSelector> selectors) {
    List<FunnelStep.Counted> steps = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      steps.add(
          new FunnelStep.Counted(
              selectors.get(i).event(),
              counts[i],
              mean(i, millisFromBefore[i]),
              mean(i, millisFromStart[i])));
    }
    return steps;
  }

  private Optional<Double> mean(int step, long millis) {
    return step == 0 || counts[step] == 0
        ? Optional.empty()
        : Optional.of(millis / 1000.0 / counts[step]);
  }
}
