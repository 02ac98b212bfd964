package dev.mixpaneldata.testing;

import java.util.Random;
import org.jspecify.annotations.Nullable;

/**
 * Runs a check on many random cases. A failure names its seed, and with {@code -Drandom.seed=SEED}
 * that case alone runs again.
 */
public final class RandomCases {
  /** How many cases a check of a few microseconds runs on. */
  public static final int USUAL = 1000;

  private static final String SEED = "random.seed";

  private RandomCases() {}

  /** What must hold in every case. */
  @FunctionalInterface
  public interface Check {
    /** Makes a case of these draws and nothing else, and checks it. */
    void run(Draws draws) throws Throwable;
  }

  /** Runs the check so many times; a case that fails is made as small as some tries can. */
  public static void check(int cases, Check check) {
    check(cases, check, Long.getLong(SEED), true);
  }

  /** Runs a check that takes too long to be tried on ever smaller cases. */
  public static void checkSlow(int cases, Check check) {
    check(cases, check, Long.getLong(SEED), false);
  }

  static void check(int cases, Check check, @Nullable Long chosen, boolean shrinks) {
    if (chosen != null) {
      run(check, chosen, shrinks);
      return;
    }
    Random seeds = new Random();
    for (int i = 0; i < cases; i++) {
      run(check, seeds.nextLong(), shrinks);
    }
  }

  private static void run(Check check, long seed, boolean shrinks) {
    Draws draws = new Draws(seed);
    try {
      check.run(draws);
    } catch (Throwable failure) {
      Shrinking shrinking = new Shrinking(check, draws.drawn(), failure);
      if (shrinks) {
        shrinking.run();
      }
      throw new AssertionError(
          "Run this case again with -D%s=%d. %s%s"
              .formatted(SEED, seed, shrinking.summary(), shrinking.failure().getMessage()),
          shrinking.failure());
    }
  }
}
