package dev.mixpaneldata.report;

import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.util.Optional;

/**
 * The days of a report: dates, or the last days, weeks or months. Mixpanel ends the last days today
 * by the project's clock; a local table ends them with the last day that it was fetched for.
 *
 * @param range the first and the last day, both inclusive
 * @param last the last days instead
 */
public record ReportDays(
    @Flatten Optional<DateRange> range,
    @Param(help = "The last days, weeks or months instead of dates, such as 30d, 12w or 6m")
        Optional<TimeSpan> last) {
  public ReportDays {
    Checks.refuse(
        range.isPresent() && last.isPresent(),
        "Both dates and the last days are given.",
        "Give from_date and to_date, or last.");
    Checks.refuse(
        range.isEmpty() && last.isEmpty(),
        "Neither dates nor the last days are given: from_date and to_date, or last, are required.",
        "Give from_date and to_date such as 2026-01-01 and 2026-01-31, or last such as 30d.");
  }

  /** Returns these dates. */
  public static ReportDays of(DateRange range) {
    return new ReportDays(Optional.of(range), Optional.empty());
  }

  /** Returns the last days, weeks or months. */
  public static ReportDays of(TimeSpan last) {
    return new ReportDays(Optional.empty(), Optional.of(last));
  }
}
