package dev.mixpaneldata.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Looks for a smaller case that fails alike: with fewer draws, or with smaller ones. Generators
 * need not know of it, since every list of draws makes some case.
 */
final class Shrinking {
  private static final int MOST_TRIES = 2000;

  private final RandomCases.Check check;
  private final int first;
  private List<Integer> draws;
  private Throwable failure;
  private int tries;

  /**
   * @param draws those of the case that failed
   * @param failure how it failed
   */
  Shrinking(RandomCases.Check check, List<Integer> draws, Throwable failure) {
    this.check = check;
    this.first = draws.size();
    this.draws = draws;
    this.failure = failure;
  }

  void run() {
    int before;
    do {
      before = weight();
      for (int length = Math.max(1, draws.size() / 2); length > 0; length /= 2) {
        leaveOut(length);
      }
      lessen();
    } while (weight() < before && tries < MOST_TRIES);
  }

  private void leaveOut(int length) {
    for (int from = 0; from + length <= draws.size(); ) {
      List<Integer> fewer = new ArrayList<>(draws);
      fewer.subList(from, from + length).clear();
      if (!failsWith(fewer)) {
        from += length;
      }
    }
  }

  private void lessen() {
    for (int i = 0; i < draws.size(); i++) {
      for (int less : smaller(draws.get(i))) {
        List<Integer> candidate = new ArrayList<>(draws);
        candidate.set(i, less);
        if (failsWith(candidate)) {
          break;
        }
      }
    }
  }

  /**
   * Smaller draws, as unsigned numbers: a bounded number is made of the lowest bits or the highest.
   */
  private static List<Integer> smaller(int draw) {
    return Stream.of(0, 2, 4, 6, 8, 10, 12, 14, 16, draw >>> 8, draw >>> 1)
        .filter(less -> Integer.compareUnsigned(less, draw) < 0)
        .toList();
  }

  private boolean failsWith(List<Integer> candidate) {
    if (tries++ >= MOST_TRIES) {
      return false;
    }
    try {
      check.run(new Draws(candidate));
      return false;
    } catch (Throwable other) {
      if (other.getClass() != failure.getClass()) {
        return false;
      }
      draws = candidate;
      failure = other;
      return true;
    }
  }

  /** Falls with every step that helped. */
  private int weight() {
    int weight = draws.size();
    for (int draw : draws) {
      weight += Integer.SIZE - Integer.numberOfLeadingZeros(draw);
    }
    return weight;
  }

  Throwable failure() {
    return failure;
  }

  String summary() {
    return tries == 0 ? "" : "It was shrunk from %d draws to %d. ".formatted(first, draws.size());
  }
}
