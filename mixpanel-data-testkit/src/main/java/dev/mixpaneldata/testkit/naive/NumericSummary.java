package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.report.NumericSummaryRequest;
import dev.mixpaneldata.report.NumericSummaryResult;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Summaries of numbers. */
final class NumericSummary {
  private NumericSummary() {}

  static NumericSummaryResult of(NumericSummaryRequest request, List<Double> ascending) {
    int count = ascending.size();
    if (count == 0) {
      return result(request, 0, null, Map.of());
    }
    double sum = ascending.stream().mapToDouble(n -> n).sum();
    double mean = sum / count;
    double squares = ascending.stream().mapToDouble(n -> (n - mean) * (n - mean)).sum();
    Map<Integer, Double> percentiles = new TreeMap<>();
    request.percentiles().forEach(p -> percentiles.put(p, percentile(ascending, p)));
    return result(
        request,
        count,
        new double[] {
          ascending.get(0), ascending.get(count - 1), sum, mean, Math.sqrt(squares / count)
        },
        percentiles);
  }

  /**
   * Returns a percentile on the straight line between the two nearest numbers: of 10 and 20 the
   * 25th is 12.5.
   */
  static double percentile(List<Double> ascending, int percent) {
    double position = (ascending.size() - 1) * percent / 100.0;
    int below = (int) Math.floor(position);
    int above = (int) Math.ceil(position);
    double share = position - below;
    return ascending.get(below) + (ascending.get(above) - ascending.get(below)) * share;
  }

  private static NumericSummaryResult result(
      NumericSummaryRequest request,
      long count,
      double @Nullable [] statistics,
      Map<Integer, Double> percentiles) {
    return new NumericSummaryResult(
        request.event(),
        request.propertyName(),
        request.range().from(),
        request.range().to(),
        count,
        at(statistics, 0),
        at(statistics, 1),
        at(statistics, 2),
        at(statistics, 3),
        at(statistics, 4),
        percentiles,
        Optional.empty());
  }

  private static Optional<Double> at(double @Nullable [] statistics, int index) {
    return statistics == null ? Optional.empty() : Optional.of(statistics[index]);
  }
}
