package dev.mixpaneldata.export;

import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * A call of the raw export.
 *
 * @param range the days, both inclusive
 * @param events the event names; empty for all
 * @param where a filter in Mixpanel's expression language
 * @param limit at most so many events, up to 100000
 */
public record ExportQuery(
    DateRange range, List<String> events, Optional<String> where, Optional<Long> limit) {
  public ExportQuery {
    events = List.copyOf(events);
  }

  /** All events of these days. */
  public static ExportQuery of(DateRange range) {
    return new ExportQuery(range, List.of(), Optional.empty(), Optional.empty());
  }
}
