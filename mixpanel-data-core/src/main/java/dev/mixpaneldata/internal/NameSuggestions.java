package dev.mixpaneldata.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Suggestions of the names that a user may have meant. */
public final class NameSuggestions {
  private static final int MOST = 5;

  private NameSuggestions() {}

  /**
   * Returns at most five names that contain the given one, or differ from it in at most a third of
   * its length.
   */
  public static List<String> of(String given, Collection<String> names) {
    String wanted = given.toLowerCase(Locale.ROOT);
    int allowed = Math.max(1, wanted.length() / 3);
    return names.stream()
        .filter(name -> distance(wanted, name.toLowerCase(Locale.ROOT)) <= allowed)
        .sorted(
            Comparator.comparingInt(
                    (String name) -> distance(wanted, name.toLowerCase(Locale.ROOT)))
                .thenComparing(String::length))
        .limit(MOST)
        .toList();
  }

  /** Returns the edits from one text to the other (Levenshtein); 0 if one contains the other. */
  private static int distance(String a, String b) {
    if (!a.isEmpty() && b.contains(a)) {
      return 0;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(change, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
