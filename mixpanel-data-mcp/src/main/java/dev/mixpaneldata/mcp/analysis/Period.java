package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/** Days to look at; those that are not said are the last thirty whole days. */
record Period(
    @Param(help = "First day, inclusive; 30 days before the last by default")
        Optional<LocalDate> fromDate,
    @Param(help = "Last day, inclusive; yesterday by default") Optional<LocalDate> toDate) {
  private static final int USUAL_DAYS = 30;

  DateRange range() {
    return range(USUAL_DAYS);
  }

  DateRange range(int days) {
    LocalDate to = toDate.orElseGet(Period::yesterday);
    LocalDate from = fromDate.orElse(to.minusDays(days - 1L));
    return new DateRange(from, to);
  }

  /** The last day that is over everywhere on the server's side. */
  static LocalDate yesterday() {
    return LocalDate.now(ZoneOffset.UTC).minusDays(1);
  }
}
