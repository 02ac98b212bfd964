package dev.mixpaneldata.export;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.operation.WithBuilder;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * The selection of events for an export.
 *
 * @param range the days, both inclusive
 * @param events the event names; empty for all
 * @param where a filter in Mixpanel's expression language
 * @param limit the most events to return, 1 to {@value #MAX_LIMIT}; Mixpanel chooses which ones
 */
@WithBuilder
public record ExportQuery(
    @Flatten DateRange range,
    @Param(help = "Only events with these names", suggests = Suggested.EVENTS) List<String> events,
    @Param(help = Expressions.WHERE_HELP, suggests = Suggested.FILTER) Optional<String> where,
    @Param(help = "Maximum number of events, 1 to 100000; Mixpanel chooses which")
        Optional<Long> limit)
    implements ExportQueryBuilder.With {
  /** The largest limit that Mixpanel accepts (raw export reference). */
  public static final long MAX_LIMIT = 100_000;

  public ExportQuery {
    where = Expressions.whereUnchecked(where);
    events = List.copyOf(events);
    if (events.stream().anyMatch(String::isBlank)) {
      throw MixpanelDataException.invalidArgument(
          "An event name is empty.", "Leave the names out to fetch all events.");
    }
    if (limit.filter(n -> n < 1 || n > MAX_LIMIT).isPresent()) {
      throw MixpanelDataException.invalidArgument(
          "The limit is " + limit.get() + ".", "Choose 1 to " + MAX_LIMIT + ".");
    }
  }

  /**
   * Returns the call that asks Mixpanel for these events. Times are asked for in milliseconds: with
   * seconds, events less than a second apart could not be distinguished by their key.
   */
  public Call call() {
    return Call.get(ApiFamily.EXPORT, "/export")
        .parameter("from_date", range.from())
        .parameter("to_date", range.to())
        .jsonParameter("event", events.isEmpty() ? null : events)
        .parameter("where", where.orElse(null))
        .parameter("limit", limit.orElse(null))
        .parameter("time_in_ms", true)
        .expectText();
  }

  /** Returns a query of all events of these days. */
  public static ExportQuery of(DateRange range) {
    return new ExportQuery(range, List.of(), Optional.empty(), Optional.empty());
  }
}
