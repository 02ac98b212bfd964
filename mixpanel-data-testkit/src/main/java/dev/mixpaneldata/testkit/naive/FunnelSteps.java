package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.EventSelector;
import dev.mixpaneldata.report.Exclusion;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.testkit.expression.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** The roles of events in a funnel: its steps, its exclusions, and the values it holds constant. */
final class FunnelSteps {
  private final List<Predicate<NaiveEvent>> steps = new ArrayList<>();
  private final List<Predicate<NaiveEvent>> exclusions = new ArrayList<>();
  private final List<String> held;
  private final Optional<Splits> breakdown;

  FunnelSteps(NaiveProject project, FunnelRequest request) {
    for (EventSelector step : request.steps()) {
      steps.add(project.selected(step.event(), step.where()));
    }
    for (Exclusion exclusion : request.exclusions()) {
      exclusions.add(project.selected(exclusion.event(), exclusion.where()));
    }
    this.held = request.holdConstant();
    this.breakdown = Splits.of(project, request.groupings());
  }

  int count() {
    return steps.size();
  }

  boolean isStep(NaiveEvent event, int step) {
    return steps.get(step).test(event);
  }

  boolean isExcluded(NaiveEvent event, int exclusion) {
    return exclusions.get(exclusion).test(event);
  }

  /** Returns the values held constant; a property that is null or not set has no value. */
  String held(NaiveEvent event) {
    List<String> values = new ArrayList<>();
    for (String property : held) {
      Value value = Value.of(event.properties().path(property));
      values.add(ValueText.json(value));
    }
    return "[" + String.join(",", values) + "]";
  }

  /** Orders events by time; those of equal time by their steps, and then by their values. */
  Comparator<NaiveEvent> order() {
    return Comparator.comparingLong(NaiveEvent::timeMillis)
        .thenComparingLong(this::roles)
        .thenComparing(this::held, Ranking.BY_CODE_POINTS)
        .thenComparing(this::segments, Ranking.BY_CODE_POINTS);
  }

  /** Returns bit i for step i, then a bit for each exclusion. */
  private long roles(NaiveEvent event) {
    long roles = 0;
    for (int i = 0; i < steps.size() + exclusions.size(); i++) {
      boolean has = i < steps.size() ? isStep(event, i) : isExcluded(event, i - steps.size());
      roles |= has ? 1L << i : 0;
    }
    return roles;
  }

  private String segments(NaiveEvent event) {
    return breakdown.map(b -> String.join("\0", b.segments(event))).orElse("");
  }
}
