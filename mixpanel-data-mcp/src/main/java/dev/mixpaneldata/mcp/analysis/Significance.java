package dev.mixpaneldata.mcp.analysis;

import java.util.Optional;

/**
 * Whether two shares differ by more than chance: the two-proportion z-test with a pooled share.
 *
 * @param z how many standard errors they are apart
 * @param p how often chance alone makes them differ so much
 */
record Significance(double z, double p, boolean significant) {
  private static final double LEVEL = 0.05;

  /** Fewer than so many in a group, and the test says nothing. */
  private static final long LEAST = 30;

  static Optional<Significance> of(long hitsA, long sizeA, long hitsB, long sizeB) {
    if (sizeA < LEAST || sizeB < LEAST) {
      return Optional.empty();
    }
    double pooled = (double) (hitsA + hitsB) / (sizeA + sizeB);
    double error = Math.sqrt(pooled * (1 - pooled) * (1.0 / sizeA + 1.0 / sizeB));
    if (error == 0) {
      return Optional.empty();
    }
    double z = ((double) hitsA / sizeA - (double) hitsB / sizeB) / error;
    double p = 2 * tail(Math.abs(z));
    return Optional.of(new Significance(z, p, p < LEVEL));
  }

  /** The normal distribution beyond z (Abramowitz and Stegun 26.2.17, error below 1e-7). */
  private static double tail(double z) {
    double t = 1 / (1 + 0.2316419 * z);
    double polynomial =
        t
            * (0.319381530
                + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
    return Math.exp(-z * z / 2) / Math.sqrt(2 * Math.PI) * polynomial;
  }

  /** Whether it is more than chance where so many differences are looked at (Bonferroni). */
  boolean amongMany(int differences) {
    return p * Math.max(1, differences) < LEVEL;
  }

  String words() {
    return "The difference in retention is %s (z = %.2f, p = %.3f)."
        .formatted(
            significant ? "more than chance explains" : "no more than chance explains", z, p);
  }
}
