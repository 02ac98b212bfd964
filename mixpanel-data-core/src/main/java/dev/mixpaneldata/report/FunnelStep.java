package dev.mixpaneldata.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a funnel that was run.
 *
 * @param event the event's name, or the label that the saved funnel gives the step
 * @param count how many got here
 * @param conversionRate their share of those of the step before, 0 to 1; 1 for the first
 * @param overallConversionRate their share of those of the first step, 0 to 1
 * @param averageSeconds the mean time from the step before; absent for the first and where nobody
 *     got here
 * @param averageSecondsFromStart the mean time from the first step; absent likewise
 */
public record FunnelStep(
    String event,
    long count,
    double conversionRate,
    double overallConversionRate,
    Optional<Double> averageSeconds,
    Optional<Double> averageSecondsFromStart) {

  /** Steps with their rates, computed from the counts. */
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
              step.averageSeconds(),
              step.averageSecondsFromStart()));
    }
    return List.copyOf(steps);
  }

  private static double share(long part, long whole) {
    return whole == 0 ? 0 : (double) part / whole;
  }

  /** A step before its rates are known. */
  public record Counted(
      String event,
      long count,
      Optional<Double> averageSeconds,
      Optional<Double> averageSecondsFromStart) {
    /** The same step of several funnels as one: counts added, times weighted by them. */
    public static Counted sum(List<Counted> same) {
      return new Counted(
          same.get(0).event(),
          same.stream().mapToLong(Counted::count).sum(),
          mean(same.stream().filter(s -> s.averageSeconds().isPresent()).toList(), false),
          mean(same.stream().filter(s -> s.averageSecondsFromStart().isPresent()).toList(), true));
    }

    private static Optional<Double> mean(List<Counted> timed, boolean fromStart) {
      long weight = timed.stream().mapToLong(Counted::count).sum();
      double sum =
          timed.stream()
              .mapToDouble(
                  s ->
                      s.count()
                          * (fromStart ? s.averageSecondsFromStart() : s.averageSeconds())
                              .orElse(0.0))
              .sum();
      return weight == 0 ? Optional.empty() : Optional.of(sum / weight);
    }
  }
}
