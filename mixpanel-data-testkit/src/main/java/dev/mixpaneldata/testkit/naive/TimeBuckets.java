package dev.mixpaneldata.testkit.naive;

import dev.mixpaneldata.internal.report.Buckets;
import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The buckets of a range of days, by the project's clock. The two hours that clocks show twice when
 * summer ends are one bucket; the hour that they skip in spring is a bucket without events.
 *
 * @param names of all buckets, in order
 * @param nameAt the bucket that holds a time of the range
 */
record TimeBuckets(List<String> names, Function<LocalDateTime, String> nameAt) {
  static TimeBuckets by(BucketUnit unit, DateRange range) {
    return new TimeBuckets(Buckets.of(range, unit), time -> unit.key(unit.floor(time)));
  }

  /** Returns buckets of this many days from the first day on. */
  static TimeBuckets ofDays(DateRange range, int days) {
    return new TimeBuckets(
        Buckets.ofDays(range, days),
        time -> {
          long since = ChronoUnit.DAYS.between(range.from(), time.toLocalDate());
          return range.from().plusDays(since / days * days).toString();
        });
  }

  /** Returns buckets by an interval of days if one is given, else by the unit. */
  static TimeBuckets of(DateRange range, BucketUnit unit, Optional<Integer> interval) {
    return interval.map(days -> ofDays(range, days)).orElseGet(() -> by(unit, range));
  }
}
