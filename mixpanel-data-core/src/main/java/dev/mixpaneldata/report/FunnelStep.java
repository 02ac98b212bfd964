package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A step of a funnel with its counts, rates and times. Times are absent for the first step and if
 * nobody got here; medians and 90th percentiles are also absent in answers of Mixpanel, and in a
 * total of several of its buckets.
 *
 * @param event the event's name, or the label that the saved funnel gives the step
 * @param count the number that got here
 * @param conversionRate their share of those of the step before, 0 to 1; 1 for the first
 * @param overallConversionRate their share of those of the first step, 0 to 1
 * @param averageSeconds the mean time from the step before
 * @param averageSecondsFromStart the mean time from the first step
 * @param medianSeconds the median of the time from the step before
 * @param p90Seconds nine tenths needed no more than this from the step before
 * @param medianSecondsFromStart the median of the time from the first step
 * @param p90SecondsFromStart nine tenths needed no more than this from the first step
 */
public record FunnelStep(
    String event,
    long count,
    double conversionRate,
    double overallConversionRate,
    Optional<Double> averageSeconds,
    Optional<Double> averageSecondsFromStart,
    Optional<Double> medianSeconds,
    Optional<Double> p90Seconds,
    Optional<Double> medianSecondsFromStart,
    Optional<Double> p90SecondsFromStart) {

  /** Returns steps with their rates, computed from the counts. */
  public static List<FunnelStep> of(List<Counted> counted) {
    List<FunnelStep> steps = new ArrayList<>();
    for (Counted step : counted) {
      long first = counted.get(0).count();
      long before = steps.isEmpty() ? first : steps.get(steps.size() - 1).count();
      boolean isFirst = steps.isEmpty();
      steps.add(
          new FunnelStep(
              step.event(),
              step.count(),
              isFirst ? 1 : share(step.count(), before),
              isFirst ? 1 : share(step.count(), first),
              step.fromBefore().average(),
              step.fromStart().average(),
              step.fromBefore().median(),
              step.fromBefore().p90(),
              step.fromStart().median(),
              step.fromStart().p90()));
    }
    return List.copyOf(steps);
  }

  /** Returns the step without its rates. */
  public Counted counted() {
    return new Counted(
        event,
        count,
        new StepDurations(averageSeconds, medianSeconds, p90Seconds),
        new StepDurations(averageSecondsFromStart, medianSecondsFromStart, p90SecondsFromStart));
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /**
   * A step before its rates are known.
   *
   * @param fromBefore the time from the step before
   * @param fromStart the time from the first step
   */
  public record Counted(
      String event, long count, StepDurations fromBefore, StepDurations fromStart) {
    /**
     * Combines one step of several funnels: counts are added, means weighted by them. Medians
     * cannot be combined.
     */
    public static Counted sum(List<Counted> same) {
      return same.size() == 1
          ? same.get(0)
          : new Counted(
              same.get(0).event(),
              same.stream().mapToLong(Counted::count).sum(),
              StepDurations.ofAverage(mean(same, Counted::fromBefore)),
              StepDurations.ofAverage(mean(same, Counted::fromStart)));
    }

    private static Optional<Double> mean(
        List<Counted> all, Function<Counted, StepDurations> times) {
      List<Counted> timed =
          all.stream().filter(step -> times.apply(step).average().isPresent()).toList();
      long weight = timed.stream().mapToLong(Counted::count).sum();
      double sum =
          timed.stream()
              .mapToDouble(step -> step.count() * times.apply(step).average().orElse(0.0))
              .sum();
      return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
    }
  }
}
