package dev.mixpaneldata.testkit.dataset;

/**
 * Repeatable chance: the same seed and place give the same draws on every machine. SplitMix64,
 * because it starts fast for each person and day. Used by one thread.
 */
final class Chance {

  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Chance(long state) {
    this.state = state;
  }

  /** Returns the draws of a place, such as a person on a day. */
  static Chance of(long seed, long first, long second) {
    return new Chance(mix(mix(mix(seed + GOLDEN) + first * GOLDEN) + second * GOLDEN));
  }

  long next() {
    state += GOLDEN;
    return mix(state);
  }

  /** Returns a number from 0 inclusive to 1 exclusive. */
  double unit() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Returns a number from 0 inclusive to the bound exclusive. */
  int below(int bound) {
    return (int) (unit() * bound);
  }

  /** Returns a number from the first inclusive to the second exclusive. */
  int between(int from, int to) {
    return from + below(to - from);
  }

  boolean hits(double probability) {
    return unit() < probability;
  }

  <T> T oneOf(T[] choices) {
    return choices[below(choices.length)];
  }

  private static long mix(long value) {
    long mixed = (value ^ (value >>> 30)) * 0xBF58476D1CE4E5B9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
    return mixed ^ (mixed >>> 31);
  }
}
