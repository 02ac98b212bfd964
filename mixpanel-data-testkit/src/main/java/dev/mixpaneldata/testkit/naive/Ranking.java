package dev.mixpaneldata.testkit.naive;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The choice of segments if there are more than the limit. */
final class Ranking {
  /** Orders texts by code points, which is also the order of their UTF-8 bytes. */
  static final Comparator<String> BY_CODE_POINTS =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  private Ranking() {}

  /** Returns the names of the largest segments, those of equal size by name. */
  static List<String> largest(Map<String, Long> sizes, int limit) {
    return sizes.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry::getKey, BY_CODE_POINTS))
        .limit(limit)
        .map(Map.Entry::getKey)
        .toList();
  }
}
