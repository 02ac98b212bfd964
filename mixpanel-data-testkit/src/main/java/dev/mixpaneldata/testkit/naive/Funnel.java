package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.FunnelRequest;
import dev.mixpaneldata.report.FunnelResult;
import dev.mixpaneldata.report.FunnelStep;
import dev.mixpaneldata.report.StepDurations;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;

/**
 * Funnels: the users who get from step to step. Each bucket, and in it each segment, is a separate
 * funnel, entered by the events of the first step that lie in it. Later steps may lie anywhere
 * within the conversion window.
 */
final class Funnel {
  private final NaiveProject project;
  private final FunnelRequest request;
  private final PassageRules rules;
  private final TimeBuckets cut;
  private final Map<String, List<NaiveEvent>> users;

  Funnel(NaiveProject project, FunnelRequest request) {
    if (request.funnelId().isPresent()) {
      throw MixpanelDataException.cannotAnswer(
          "Only Mixpanel knows the funnel " + request.funnelId().get() + ".",
          "Give its steps instead.");
    }
    this.project = project;
    this.request = request;
    this.rules = new PassageRules(project, request);
    this.cut = cut(request);
    this.users = project.eventsByUser(project.passing(request.where()));
  }

  /** Cuts the range into buckets; without a unit or interval the whole range is one bucket. */
  private static TimeBuckets cut(FunnelRequest request) {
    DateRange range = request.range();
    Optional<Integer> days =
        request.unit().isPresent()
            ? Optional.empty()
            : request.interval().or(() -> Optional.of((int) range.days()));
    return TimeBuckets.of(
        range, request.unit().map(CalendarUnit::unit).orElse(BucketUnit.DAY), days);
  }

  FunnelResult result() {
    Map<String, List<FunnelStep.Counted>> series = new LinkedHashMap<>();
    List<Passage> all = new ArrayList<>();
    for (String bucket : cut.names()) {
      List<Passage> passages = run(bucket, entry -> true);
      series.put(bucket, counted(passages));
      all.addAll(passages);
    }
    return FunnelResult.of(
        request, Optional.empty(), counted(all), series, segments(), Optional.empty());
  }

  private Map<String, List<FunnelStep.Counted>> segments() {
    Optional<Splits> split = Splits.of(project, request.groupings());
    if (split.isEmpty()) {
      return Map.of();
    }
    Splits breakdown = split.get();
    Map<String, List<FunnelStep.Counted>> segments = new LinkedHashMap<>();
    Map<String, Long> sizes = new LinkedHashMap<>();
    for (String segment : segmentNames(breakdown)) {
      List<Passage> runs = new ArrayList<>();
      for (String bucket : cut.names()) {
        runs.addAll(run(bucket, entry -> breakdown.segments(entry).contains(segment)));
      }
      List<FunnelStep.Counted> total = counted(runs);
      segments.put(segment, total);
      sizes.put(segment, total.get(0).count());
    }
    segments.values().removeIf(steps -> steps.get(0).count() == 0);
    segments
        .keySet()
        .retainAll(Ranking.largest(sizes, request.limit().orElse(FunnelRequest.DEFAULT_LIMIT)));
    return segments;
  }

  private Set<String> segmentNames(Splits breakdown) {
    Set<String> names = new LinkedHashSet<>();
    users.values().stream()
        .flatMap(List::stream)
        .filter(project.within(request.range()).and(rules::enters))
        .forEach(entry -> names.addAll(breakdown.segments(entry)));
    return names;
  }

  /** Returns the passages of one bucket, entered by its wanted events. */
  private List<Passage> run(String bucket, Predicate<NaiveEvent> wanted) {
    Predicate<NaiveEvent> enters =
        project
            .within(request.range())
            .and(event -> cut.nameAt().apply(project.clock(event)).equals(bucket))
            .and(rules::enters)
            .and(wanted);
    List<Passage> passages = new ArrayList<>();
    for (List<NaiveEvent> events : users.values()) {
      List<NaiveEvent> path = events.stream().sorted(rules.order()).toList();
      switch (request.counting()) {
        case UNIQUE -> rules.first(path, enters).ifPresent(passages::add);
        case TOTAL -> passages.addAll(rules.passages(path, enters));
      }
    }
    return passages;
  }

  private List<FunnelStep.Counted> counted(List<Passage> passages) {
    List<FunnelStep.Counted> steps = new ArrayList<>();
    for (int i = 0; i < request.steps().size(); i++) {
      int step = i;
      List<Passage> there = passages.stream().filter(p -> p.reaches(step)).toList();
      steps.add(
          new FunnelStep.Counted(
              request.steps().get(step).event(),
              there.size(),
              times(step, there, p -> p.millisSinceStepBefore(step)),
              times(step, there, p -> p.millisSinceStart(step))));
    }
    return steps;
  }

  private static StepDurations times(
      int step, List<Passage> there, ToLongFunction<Passage> millis) {
    if (step == 0 || there.isEmpty()) {
      return StepDurations.NONE;
    }
    List<Double> ascending =
        there.stream().map(p -> (double) millis.applyAsLong(p)).sorted().toList();
    double sum = there.stream().mapToLong(millis).sum() / 1000.0;
    return new StepDurations(
        Optional.of(sum / there.size()),
        Optional.of(NumericSummary.percentile(ascending, 50) / 1000),
        Optional.of(NumericSummary.percentile(ascending, 90) / 1000));
  }
}
