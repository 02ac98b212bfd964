package dev.mixpaneldata.report.saved;

import java.util.List;

/**
 * One row of a retention curve.
 *
 * @param metric its name as Mixpanel writes it
 * @param segment the values that it is split by, outermost first; empty for the whole
 * @param date the start of the bucket in which users began, ISO with an offset, or {@code $average}
 * @param size the number of users who began
 * @param counts the number that came back in each interval; the first is the interval of the
 *     beginning
 * @param rates the share that came back in each interval, 0 to 1
 */
public record RetentionCurve(
    String metric,
    List<String> segment,
    String date,
    double size,
    List<Double> counts,
    List<Double> rates) {
  public RetentionCurve {
    segment = List.copyOf(segment);
    counts = List.copyOf(counts);
    rates = List.copyOf(rates);
  }
}
