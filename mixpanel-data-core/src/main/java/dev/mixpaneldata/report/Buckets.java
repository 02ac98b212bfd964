package dev.mixpaneldata.report;

import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

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

  /**
   * Returns buckets of {@code days} days, from the first day of the range; the last may be shorter.
   */
  public static List<String> ofDays(DateRange range, int days) {
    return range.split(days).stream().map(DateRange::from).map(LocalDate::toString).toList();
  }
}
