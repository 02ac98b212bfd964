package dev.mixpaneldata.mcp.analysis;

/** Student's t distribution, for spreads that are themselves estimated from a few days. */
final class StudentT {
  private static final int TERMS = 300;
  private static final double PRECISE = 1e-14;
  private static final double TINY = 1e-300;
  private static final double LARGEST = 1e6;

  private StudentT() {}

  /** How often chance alone is at least so far from zero, on either side: 0 to 1. */
  static double beyond(double t, int freedom) {
    double x = freedom / (freedom + t * t);
    return regularizedBeta(x, freedom / 2.0, 0.5);
  }

  /** What chance alone goes beyond, on either side, in this share of cases. */
  static double limit(double share, int freedom) {
    double low = 0;
    double high = LARGEST;
    while (high - low > 1e-9 * (1 + low)) {
      double middle = (low + high) / 2;
      if (beyond(middle, freedom) > share) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return high;
  }

  private static double regularizedBeta(double x, double a, double b) {
    if (x <= 0 || x >= 1) {
      return x <= 0 ? 0 : 1;
    }
    double front =
        Math.exp(
            logGamma(a + b) - logGamma(a) - logGamma(b) + a * Math.log(x) + b * Math.log1p(-x));
    // The fraction converges quickly on this side of the mean only.
    return x < (a + 1) / (a + b + 2)
        ? front * fraction(x, a, b) / a
        : 1 - front * fraction(1 - x, b, a) / b;
  }

  /** The continued fraction of the incomplete beta function (DLMF 8.17.22), by Lentz's method. */
  private static double fraction(double x, double a, double b) {
    double c = 1;
    double d = inverse(1 - (a + b) * x / (a + 1));
    double value = d;
    for (int m = 1; m <= TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = inverse(1 + even * d);
      c = nonZero(1 + even / c);
      value *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = inverse(1 + odd * d);
      c = nonZero(1 + odd / c);
      value *= d * c;
      if (Math.abs(d * c - 1) < PRECISE) {
        break;
      }
    }
    return value;
  }

  private static double inverse(double value) {
    return 1 / nonZero(value);
  }

  private static double nonZero(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }

  /** Of arguments that are multiples of one half, by stepping up to Stirling's series. */
  private static double logGamma(double x) {
    double shift = 0;
    double z = x;
    while (z < 10) {
      shift += Math.log(z);
      z++;
    }
    double inverse = 1 / z;
    double square = inverse * inverse;
    double series =
        inverse * (1.0 / 12 - square * (1.0 / 360 - square * (1.0 / 1260 - square * (1.0 / 1680))));
    return (z - 0.5) * Math.log(z) - z + 0.5 * Math.log(2 * Math.PI) + series - shift;
  }
}
