package dev.mixpaneldata.internal.live;

import dev.mixpaneldata.value.BucketUnit;

/**
 * The names of buckets in answers, {@code 2026-01-05}, {@code 2026-01-05 13:00:00} or {@code
 * 2026-01-05T00:00:00-08:00}, in the form of results. The offset is the project's own and is
 * dropped.
 */
final class BucketNames {
  private static final int DATE = "2026-01-05".length();
  private static final int MINUTES = "2026-01-05T13:00".length();
  private static final int SECONDS = "2026-01-05T13:00:00".length();

  private BucketNames() {}

  static String of(String name, BucketUnit unit) {
    if (!isDate(name)) {
      return name;
    }
    String day = name.substring(0, DATE);
    return switch (unit) {
      case DAY, WEEK, MONTH -> day;
      case HOUR, MINUTE ->
          name.length() >= SECONDS
              ? day + "T" + name.substring(DATE + 1, SECONDS)
              : name.length() >= MINUTES
                  ? day + "T" + name.substring(DATE + 1, MINUTES) + ":00"
                  : day + "T00:00:00";
    };
  }

  /** Returns whether a key of an answer names a time, and not a segment. */
  static boolean isDate(String key) {
    return key.matches("[0-9]{4}-[0-9]{2}-[0-9]{2}([T ].*)?");
  }
}
