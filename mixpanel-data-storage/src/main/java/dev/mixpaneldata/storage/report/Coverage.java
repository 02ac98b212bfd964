package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Whether a table holds what a report is about. A report on days or events that were never fetched
 * would be silently too small: it is refused, or, where the scope allows gaps, warned about.
 */
final class Coverage {
  private final CatalogTable table;
  private final LocalScope scope;
  private final LocalClock clock;

  Coverage(CatalogTable table, LocalScope scope, LocalClock clock) {
    this.table = table;
    this.scope = scope;
    this.clock = clock;
  }

  /** When the fetched days end; empty if that is not known. */
  Optional<Instant> end() {
    return table.origin().range().map(r -> new LocalClock(tableZone()).end(r));
  }

  /** Requires all events of these names on these days; no names for all events. */
  void require(DateRange range, Collection<String> events) {
    table.origin().range().ifPresent(fetched -> requireDays(range, fetched));
    requireSettled(range);
    requireEvents(events);
  }

  /** Requires all events of these names on the days there are; no names for all events. */
  void requireEvents(Collection<String> events) {
    TableOrigin origin = table.origin();
    List<String> missing =
        origin.events().isEmpty()
            ? List.of()
            : events.stream().filter(event -> !origin.events().contains(event)).toList();
    if (!missing.isEmpty()) {
      report(
          "The table '"
              + table.name()
              + "' was fetched without the event '"
              + missing.get(0)
              + "'.",
          "Fetch a table with all events.");
    } else if (events.isEmpty() && !origin.events().isEmpty()) {
      report(
          "The table '" + table.name() + "' was fetched with some events only.",
          "Name events among " + String.join(", ", origin.events()) + ", or fetch all.");
    }
    origin
        .where()
        .ifPresent(
            where ->
                report(
                    "The table '" + table.name() + "' holds only events with " + where + ".",
                    "Fetch a table without a filter."));
    origin
        .limit()
        .ifPresent(
            limit ->
                report(
                    "The table '" + table.name() + "' was cut off at " + limit + " events.",
                    "Fetch a table without a limit."));
  }

  private void requireDays(DateRange range, DateRange fetched) {
    LocalClock tableClock = new LocalClock(tableZone());
    boolean covered =
        !clock.start(range.from()).isBefore(tableClock.start(fetched.from()))
            && !clock.end(range).isAfter(tableClock.end(fetched));
    if (!covered) {
      report(
          "The days "
              + range
              + " of "
              + clock.zone()
              + " go beyond "
              + fetched
              + " of "
              + tableClock.zone()
              + ", which the table '"
              + table.name()
              + "' was fetched for.",
          "Fetch the missing days into it with --append, or ask for fewer.");
    }
  }

  private void requireSettled(DateRange range) {
    if (scope.settled() && clock.end(range).isAfter(table.fetchedAt())) {
      report(
          "The table '" + table.name() + "' was fetched before " + range.to() + " was over.",
          "Bring it up to date, or ask for earlier days.");
    }
  }

  /** Days of the export are UTC days, but for older projects (raw export reference). */
  private ZoneId tableZone() {
    return table.origin().projectZone().orElse(ZoneOffset.UTC);
  }

  private void report(String message, String hint) {
    if (!scope.gaps()) {
      throw MixpanelDataException.invalidArgument(
          message, hint + " To count what is missing as nothing, allow gaps.");
    }
    scope.listener().warning(message);
  }
}
