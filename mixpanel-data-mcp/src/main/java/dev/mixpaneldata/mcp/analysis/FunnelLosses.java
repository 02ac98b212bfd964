package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import java.util.List;
import java.util.Optional;

/**
 * Where a funnel loses most.
 *
 * @param step the step not reached, the first being 1
 * @param fromEvent where they were
 * @param toEvent where they did not arrive
 * @param lost how many
 * @param conversionRate the share that got from one to the other, 0 to 1
 */
record FunnelLosses(int step, String fromEvent, String toEvent, long lost, double conversionRate) {
  /** The step with the most lost users; empty where nobody entered. */
  static Optional<FunnelLosses> of(FunnelResult funnel) {
    return of(funnel.steps());
  }

  static Optional<FunnelLosses> of(List<FunnelStep> steps) {
    FunnelLosses worst = null;
    for (int i = 1; i < steps.size(); i++) {
      FunnelStep before = steps.get(i - 1);
      FunnelStep step = steps.get(i);
      long lost = before.count() - step.count();
      if (lost > 0 && (worst == null || lost > worst.lost)) {
        worst = new FunnelLosses(i + 1, before.event(), step.event(), lost, step.conversionRate());
      }
    }
    return Optional.ofNullable(worst);
  }

  String words() {
    return "most are lost from %s to %s: %,d users, and %.1f %% get through."
        .formatted(fromEvent, toEvent, lost, conversionRate * 100);
  }
}
