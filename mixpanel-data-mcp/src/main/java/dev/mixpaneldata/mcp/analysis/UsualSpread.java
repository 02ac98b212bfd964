package dev.mixpaneldata.mcp.analysis;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a day's number is if nothing happened, learnt from the days before it: the mean of its
 * weekday carried on with the trend, and how far days stray from that.
 *
 * <p>The spread is measured on the scale of square roots, on which counts vary alike however large
 * they are (Anscombe), and is at least that of events that come by chance (Poisson), however alike
 * the days before may be.
 *
 * @param days how many days with data it is learnt from
 * @param byWeekday whether there are enough of them to tell weekdays apart
 * @param weekdaySeen whether one of them is of the day's weekday
 * @param expected the day's number; those of segments add up to that of the whole
 * @param center the same on the scale of square roots
 * @param error the standard deviation of a day from it, on that scale
 * @param freedom the degrees of freedom that the deviation is estimated with
 */
record UsualSpread(
    int days,
    boolean byWeekday,
    boolean weekdaySeen,
    double expected,
    double center,
    double error,
    int freedom) {
  /** Days to look back: eight of each weekday. */
  static final int DAYS = 56;

  /** Fewer days than this show no spread. */
  static final int LEAST_DAYS = 5;

  /** With two of each weekday, weekdays can be told apart. */
  private static final int LEAST_DAYS_BY_WEEKDAY = 14;

  private static final int WEEKDAYS = 7;

  /** The numbers that a day stays between. */
  record Interval(double low, double high) {
    boolean contains(double number) {
      return low <= number && number <= high;
    }
  }

  /**
   * Learns from the days before; empty where they are fewer than {@link #LEAST_DAYS}.
   *
   * @param before the numbers of the days that have data, all of them before the day
   */
  static Optional<UsualSpread> of(SortedMap<LocalDate, Double> before, LocalDate day) {
    int days = before.size();
    if (days < LEAST_DAYS) {
      return Optional.empty();
    }
    boolean seen = before.keySet().stream().anyMatch(d -> d.getDayOfWeek() == day.getDayOfWeek());
    Map<DayOfWeek, Integer> times = new EnumMap<>(DayOfWeek.class);
    before.keySet().forEach(d -> times.merge(d.getDayOfWeek(), 1, Integer::sum));
    boolean byWeekday =
        days >= LEAST_DAYS_BY_WEEKDAY
            && times.size() == WEEKDAYS
            && times.values().stream().allMatch(n -> n >= 2);
    double[] counts = before.values().stream().mapToDouble(n -> n).toArray();
    double[] roots = before.values().stream().mapToDouble(UsualSpread::root).toArray();
    LocalDate[] dates = before.keySet().toArray(LocalDate[]::new);
    Fit fit = Fit.of(dates, roots, day, byWeekday);
    double spread = Math.max(1, fit.variance());
    return Optional.of(
        new UsualSpread(
            days,
            byWeekday,
            seen,
            Fit.of(dates, counts, day, byWeekday).prediction(),
            fit.prediction(),
            Math.sqrt(spread * fit.uncertainty()),
            fit.freedom()));
  }

  /** By how many of its deviations a number is above or, negative, below what is usual. */
  double deviations(double actual) {
    return (root(actual) - center) / error;
  }

  /** How often a day strays so far by chance, 0 to 1. */
  double probability(double actual) {
    return StudentT.beyond(deviations(actual), freedom);
  }

  /** What is at most so many deviations away. */
  Interval within(double deviations) {
    double reach = deviations * error;
    return new Interval(number(center - reach), number(center + reach));
  }

  /** Twice the root: its standard deviation is 1 for events that come by chance. */
  private static double root(double count) {
    return 2 * Math.sqrt(Math.max(0, count) + 0.375);
  }

  private static double number(double root) {
    double half = Math.max(0, root) / 2;
    return Math.max(0, half * half - 0.375);
  }

  /** Least squares with a level for each weekday, or one for all, and with weekdays a trend. */
  private record Fit(double prediction, double variance, double uncertainty, int freedom) {
    static Fit of(LocalDate[] dates, double[] values, LocalDate day, boolean byWeekday) {
      double[] time = new double[WEEKDAYS];
      double[] level = new double[WEEKDAYS];
      int[] size = new int[WEEKDAYS];
      for (int i = 0; i < values.length; i++) {
        int group = group(dates[i], byWeekday);
        time[group] += dates[i].toEpochDay() - day.toEpochDay();
        level[group] += values[i];
        size[group]++;
      }
      for (int g = 0; g < WEEKDAYS; g++) {
        time[g] /= Math.max(1, size[g]);
        level[g] /= Math.max(1, size[g]);
      }
      double squares = 0;
      double products = 0;
      double total = 0;
      for (int i = 0; i < values.length; i++) {
        int group = group(dates[i], byWeekday);
        double t = dates[i].toEpochDay() - day.toEpochDay() - time[group];
        double v = values[i] - level[group];
        squares += t * t;
        products += t * v;
        total += v * v;
      }
      int own = group(day, byWeekday);
      // In a week or so a trend cannot be told from chance.
      double slope = byWeekday ? products / squares : 0;
      int freedom = values.length - (byWeekday ? WEEKDAYS + 1 : 1);
      double uncertainty = 1 + 1.0 / size[own] + (byWeekday ? time[own] * time[own] / squares : 0);
      return new Fit(
          level[own] - slope * time[own],
          Math.max(0, total - slope * products) / freedom,
          uncertainty,
          freedom);
    }

    private static int group(LocalDate date, boolean byWeekday) {
      return byWeekday ? date.getDayOfWeek().ordinal() : 0;
    }
  }
}
