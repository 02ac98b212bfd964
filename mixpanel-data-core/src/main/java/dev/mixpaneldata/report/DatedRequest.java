package dev.mixpaneldata.report;

import dev.mixpaneldata.value.DateRange;
import java.util.Optional;
import java.util.function.Function;

/**
 * A request whose days may be relative. Who answers it knows the last day, and asks about dates.
 */
public interface DatedRequest {
  /** Returns the days, which may be relative. */
  ReportDays days();

  /** Returns this request about dates. */
  Record during(DateRange range);

  /**
   * Returns the dates.
   *
   * @throws IllegalStateException if the days are relative
   */
  default DateRange range() {
    return days()
        .range()
        .orElseThrow(() -> new IllegalStateException("The days are relative: " + days().last()));
  }

  /** Returns a request about dates: the given one, if its days are not relative. */
  static <Q extends Record> Q dated(Q request, Function<TimeSpan, DateRange> dates) {
    Optional<TimeSpan> last =
        request instanceof DatedRequest dated ? dated.days().last() : Optional.empty();
    if (last.isEmpty()) {
      return request;
    }
    // A request about dates is of the same type.
    @SuppressWarnings("unchecked")
    Q about = (Q) ((DatedRequest) request).during(dates.apply(last.get()));
    return about;
  }
}
