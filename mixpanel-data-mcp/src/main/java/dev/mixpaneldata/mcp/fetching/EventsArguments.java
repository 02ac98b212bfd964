package dev.mixpaneldata.mcp.fetching;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchMode;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/** What {@code fetch_events} takes, under the names of the Python server. */
record EventsArguments(
    @Flatten DateRange range,
    @Param(help = "Local table to make", defaultValue = "events") String table,
    @Param(help = "Only events of these names") List<String> events,
    @Param(help = "Only events that this expression is true for") Optional<String> where,
    @Param(help = "At most so many events, 1 to 100000") Optional<Long> limit,
    @Param(help = "Add to a table that is there; nothing is doubled") boolean append,
    @Param(help = "Take the place of a table that is there") boolean replace,
    @Param(help = "No effect: downloads always run in parallel") boolean parallel,
    @Param(help = "Downloads at the same time, 1 to 16", defaultValue = "4") int workers) {

  FetchEvents request() {
    FetchEvents request =
        FetchEvents.of(table, range)
            .withEvents(events)
            .withMode(mode(append, replace))
            .withWorkers(workers);
    FetchEvents filtered = where.map(request::withWhere).orElse(request);
    return limit.map(filtered::withLimit).orElse(filtered);
  }

  static FetchMode mode(boolean append, boolean replace) {
    if (append && replace) {
      throw MixpanelDataException.invalidArgument(
          "append and replace contradict each other.", "Choose one of them.");
    }
    if (append) {
      return FetchMode.APPEND;
    }
    return replace ? FetchMode.REPLACE : FetchMode.CREATE;
  }
}
