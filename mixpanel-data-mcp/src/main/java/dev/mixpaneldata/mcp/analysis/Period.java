package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.Optional;

/** Days to look at; those that are not said are the last thirty whole days. */
record Period(
    @Param(help = "First day, inclusive; 30 days before the last by default")
        Optional<LocalDate> fromDate,
    @Param(help = "Last day, inclusive; yesterday by default") Optional<LocalDate> toDate) {
  private static final int USUAL_DAYS = 30;

  /**
   * @param today the day that is not over
   */
  DateRange range(LocalDate today) {
    return range(today, USUAL_DAYS);
  }

  DateRange range(LocalDate today, int days) {
    LocalDate to = toDate.orElse(today.minusDays(1));
    LocalDate from = fromDate.orElse(to.minusDays(days - 1L));
    return new DateRange(from, to);
  }
}
