package dev.mixpaneldata.report;

import dev.mixpaneldata.value.DateRange;
import java.time.Period;

/** How far back the period lies that a report is compared with. */
public enum ComparisonOffset {
  DAY(Period.ofDays(1)),
  WEEK(Period.ofWeeks(1)),
  MONTH(Period.ofMonths(1)),
  QUARTER(Period.ofMonths(3)),
  YEAR(Period.ofYears(1));

  private final Period period;

  ComparisonOffset(Period period) {
    this.period = period;
  }

  /** Returns the days that a range is compared with. */
  public DateRange before(DateRange range) {
    return new DateRange(range.from().minus(period), range.to().minus(period));
  }
}
