package dev.mixpaneldata.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.value.BucketUnit;
import dev.mixpaneldata.value.DateRange;
import org.junit.jupiter.api.Test;

class BucketsTest {
  private static final DateRange RANGE = DateRange.of("2026-01-30", "2026-02-03");

  @Test
  void weeksBeginOnMondayEvenBeforeTheRange() {
    assertThat(Buckets.of(RANGE, BucketUnit.WEEK)).containsExactly("2026-01-26", "2026-02-02");
  }

  @Test
  void monthsAreNamedByTheirFirstDay() {
    assertThat(Buckets.of(RANGE, BucketUnit.MONTH)).containsExactly("2026-01-01", "2026-02-01");
  }

  @Test
  void hoursAreAllThoseOfTheDays() {
    assertThat(Buckets.of(DateRange.of("2026-01-30", "2026-01-30"), BucketUnit.HOUR))
        .hasSize(24)
        .startsWith("2026-01-30T00:00:00", "2026-01-30T01:00:00")
        .endsWith("2026-01-30T23:00:00");
  }

  @Test
  void severalDaysBeginWithTheRange() {
    assertThat(Buckets.ofDays(RANGE, 3)).containsExactly("2026-01-30", "2026-02-02");
  }

  @Test
  void weeksAndMonthsThatTheRangeCutsAreNamed() {
    assertThat(Buckets.cut(DateRange.of("2026-08-01", "2026-08-11"), BucketUnit.WEEK))
        .containsExactly(
            "The week of 2026-07-27 is cut by the range: 2 of its 7 days.",
            "The week of 2026-08-10 is cut by the range: 2 of its 7 days.");
    assertThat(Buckets.cut(DateRange.of("2026-08-01", "2026-08-31"), BucketUnit.MONTH)).isEmpty();
    assertThat(Buckets.cut(DateRange.of("2026-08-03", "2026-08-04"), BucketUnit.WEEK))
        .containsExactly("The week of 2026-08-03 is cut by the range: 2 of its 7 days.");
    assertThat(Buckets.cut(RANGE, BucketUnit.DAY)).isEmpty();
  }
}
