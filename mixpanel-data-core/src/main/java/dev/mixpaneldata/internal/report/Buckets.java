package dev.mixpaneldata.internal.report;

import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The names of the buckets that a range of days is cut into, in order. */
public final class Buckets {
  private Buckets() {}

  /**
   * Returns the buckets of a unit. The first week or month may begin before the range; it still
   * holds events of the range only.
   */
  public static List<String> of(DateRange range, BucketUnit unit) {
    List<String> keys = new ArrayList<>();
    LocalDateTime end = range.to().plusDays(1).atStartOfDay();
    LocalDateTime start = unit.floor(range.from().atStartOfDay());
    for (; start.isBefore(end); start = unit.next(start)) {
      keys.add(unit.key(start));
    }
    return List.copyOf(keys);
  }

  /** Returns the days of each bucket of a unit, as far as they are in the range. */
  public static Map<String, DateRange> ranges(DateRange range, BucketUnit unit) {
    Map<String, DateRange> ranges = new LinkedHashMap<>();
    for (String key : of(range, unit)) {
      LocalDate first = LocalDate.parse(key);
      LocalDate last = unit.next(first.atStartOfDay()).toLocalDate().minusDays(1);
      ranges.put(
          key,
          new DateRange(
              first.isBefore(range.from()) ? range.from() : first,
              last.isAfter(range.to()) ? range.to() : last));
    }
    return ranges;
  }

  /** Says which buckets hold fewer days than their unit because the range cuts them. */
  public static List<String> cut(DateRange range, BucketUnit unit) {
    if (unit != BucketUnit.WEEK && unit != BucketUnit.MONTH) {
      return List.of();
    }
    List<String> cut = new ArrayList<>();
    LocalDateTime end = range.to().plusDays(1).atStartOfDay();
    LocalDateTime start = unit.floor(range.from().atStartOfDay());
    for (; start.isBefore(end); start = unit.next(start)) {
      long all = ChronoUnit.DAYS.between(start, unit.next(start));
      LocalDateTime first =
          start.isBefore(range.from().atStartOfDay()) ? range.from().atStartOfDay() : start;
      LocalDateTime last = unit.next(start).isAfter(end) ? end : unit.next(start);
      long days = ChronoUnit.DAYS.between(first, last);
      if (days < all) {
        cut.add(
            "The %s of %s is cut by the range: %d of its %d days."
                .formatted(unit.name().toLowerCase(Locale.ROOT), unit.key(start), days, all));
      }
    }
    return List.copyOf(cut);
  }

  /** Buckets of {@code days} days from the first day of the range on; the last may be shorter. */
  public static List<String> ofDays(DateRange range, int days) {
    return range.split(days).stream().map(DateRange::from).map(LocalDate::toString).toList();
  }
}
