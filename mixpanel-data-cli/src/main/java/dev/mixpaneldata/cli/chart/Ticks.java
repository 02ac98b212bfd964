package dev.mixpaneldata.cli.chart;

/** The upper end of an axis. */
final class Ticks {
  private static final double[] STEPS = {1, 1.2, 1.5, 2, 2.5, 3, 4, 5, 6, 8, 10};

  private Ticks() {}

  /**
   * Returns the next round number from {@code most} on; a little above {@code least} if all is
   * flat.
   */
  static double above(double most, double least) {
    if (most <= 0) {
      return most > least ? most : least + 1;
    }
    double power = Math.pow(10, Math.floor(Math.log10(most)));
    for (double step : STEPS) {
      if (step * power >= most) {
        return step * power;
      }
    }
    return 10 * power;
  }
}
