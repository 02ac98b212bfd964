package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.StepDurations;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Adds up passages, and keeps the durations of each step. */
final class FunnelCounts implements Serializable {
  private static final long serialVersionUID = 1;

  private final long[] counts;
  private final List<Longs> millisFromBefore;
  private final List<Longs> millisFromStart;

  FunnelCounts(int steps) {
    counts = new long[steps];
    millisFromBefore = Stream.generate(Longs::new).limit(steps).toList();
    millisFromStart = Stream.generate(Longs::new).limit(steps).toList();
  }

  void add(Passage passage) {
    long[] reached = passage.reached();
    for (int i = 0; i < reached.length; i++) {
      counts[i]++;
      if (i > 0) {
        // Within the grace, a step may lie before the one it follows.
        millisFromBefore.get(i).add(Math.max(0, reached[i] - reached[i - 1]));
        millisFromStart.get(i).add(Math.max(0, reached[i] - reached[0]));
      }
    }
  }

  /** Adds users who did nothing but the first step. */
  void enter(long users) {
    counts[0] += users;
  }

  /** Adds the counts of another object. */
  void add(FunnelCounts other) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += other.counts[i];
      millisFromBefore.get(i).add(other.millisFromBefore.get(i));
      millisFromStart.get(i).add(other.millisFromStart.get(i));
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
              StepDurations.of(millisFromBefore.get(i).toArray()),
              StepDurations.of(millisFromStart.get(i).toArray())));
    }
    return steps;
  }
}
