package dev.mixpaneldata.chart.svg;

import java.util.ArrayList;
import java.util.List;

/** Round numbers along an axis that has zero on it. */
record Axis(double least, double most, double step) {
  private static final double[] STEPS = {1, 2, 2.5, 5, 10};
  private static final int TICKS = 4;

  /** Returns an axis that holds zero and these numbers. */
  static Axis over(Iterable<Double> values) {
    double least = 0;
    double most = 0;
    boolean whole = true;
    for (double value : values) {
      if (Double.isFinite(value)) {
        least = Math.min(least, value);
        most = Math.max(most, value);
        whole &= value == Math.rint(value);
      }
    }
    double step = step((most - least) / TICKS);
    if (whole) {
      step = Math.max(1, step);
    }
    double top = Math.ceil(most / step) * step;
    double bottom = Math.floor(least / step) * step;
    return new Axis(bottom, top > bottom ? top : bottom + step, step);
  }

  private static double step(double about) {
    if (about <= 0) {
      return 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(about)));
    for (double step : STEPS) {
      if (step * power >= about) {
        return step * power;
      }
    }
    return 10 * power;
  }

  /** Returns the numbers to write beside the axis. */
  List<Double> ticks() {
    List<Double> ticks = new ArrayList<>();
    long steps = Math.round((most - least) / step);
    for (long i = 0; i <= steps; i++) {
      // Multiples instead of sums, and no -0: labels show every digit.
      ticks.add(Math.round(least / step + i) * step + 0.0);
    }
    return ticks;
  }

  /** Returns the place of a number, from 0 at the lower end to 1 at the upper. */
  double place(double value) {
    return (value - least) / (most - least);
  }
}
