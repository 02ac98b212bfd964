package dev.mixpaneldata.storage.report;

import dev.mixpaneldata.error.Hint;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.error.Reference;
import dev.mixpaneldata.internal.text.ZoneNames;
import dev.mixpaneldata.report.LocalScope;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.store.TableOrigin;
import dev.mixpaneldata.value.DateRange;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Checks that a table holds the days and events of a report. A report on days or events that were
 * never fetched would be silently too small: it is refused, or, where the scope allows gaps, warned
 * about.
 */
final class Coverage {
  /** The prefix of custom events in Mixpanel's answers (funnel samples). */
  private static final String CUSTOM_EVENT = "$custom_event:";

  /** The session events, computed like custom events (page on sessions). */
  private static final List<String> SESSION_EVENTS = List.of("$session_start", "$session_end");

  private final LocalCopy copy;
  private final CatalogTable table;
  private final LocalScope scope;
  private final LocalClock clock;
  private final UnknownEvents unknown;

  Coverage(LocalCopy copy, LocalScope scope, LocalClock clock, UnknownEvents unknown) {
    this.copy = copy;
    this.table = copy.table();
    this.scope = scope;
    this.clock = clock;
    this.unknown = unknown;
  }

  /**
   * Returns the end of the events, exclusive: the end of the fetched days, or the time of the fetch
   * if the last day was not over then. Empty if it is unknown.
   */
  Optional<Instant> end() {
    return table
        .origin()
        .range()
        .map(r -> new LocalClock(copy.zone()).end(r))
        .map(end -> end.isBefore(table.fetchedAt()) ? end : table.fetchedAt());
  }

  /**
   * Returns the last days that the table was fetched for, as a condition on {@code event_time}; all
   * of them if no number is given.
   */
  String lastDays(String event, Optional<Integer> days) throws SQLException {
    requireEvents(List.of(event));
    if (days.isEmpty()) {
      return "TRUE";
    }
    DateRange fetched =
        table
            .origin()
            .range()
            .orElseThrow(
                () ->
                    MixpanelDataException.cannotAnswer(
                        "The days of the "
                            + copy.title()
                            + " are unknown, so its last days are unknown too.",
                        "Leave out 'in the last … days' to count the whole table."));
    DateRange last = new DateRange(fetched.to().minusDays(days.get() - 1L), fetched.to());
    LocalClock tableClock = new LocalClock(copy.zone());
    if (last.from().isBefore(fetched.from())) {
      report(
          "The " + copy.title() + " has only " + fetched.days() + " days.",
          fetchMore("earlier days"));
    }
    return tableClock.within("event_time", last);
  }

  /** Returns the last days that the table was fetched for. */
  DateRange last(TimeSpan span) {
    return table
        .origin()
        .range()
        .map(fetched -> span.upTo(fetched.to()))
        .orElseThrow(
            () ->
                MixpanelDataException.cannotAnswer(
                    "The days of the " + copy.title() + " are not known.",
                    "Give the first and the last day."));
  }

  /** Requires all events of these names on these days; no names for all events. */
  void require(DateRange range, Collection<String> events) throws SQLException {
    table.origin().range().ifPresent(fetched -> requireDays(range, fetched));
    requireSettled(range);
    requireEvents(events);
  }

  /** Requires all events of these names on the days that the table has; no names for all events. */
  void requireEvents(Collection<String> events) throws SQLException {
    for (String event : events) {
      refuseUnexported(event);
    }
    TableOrigin origin = table.origin();
    List<String> missing =
        origin.events().isEmpty()
            ? List.of()
            : events.stream().filter(event -> !origin.events().contains(event)).toList();
    if (!missing.isEmpty()) {
      report(
          "The " + copy.title() + " was fetched without the event '" + missing.get(0) + "'.",
          Hint.of("Fetch a table with all events."));
    } else if (events.isEmpty() && !origin.events().isEmpty()) {
      report(
          "The " + copy.title() + " was fetched with some events only.",
          Hint.of("Name events among " + String.join(", ", origin.events()) + ", or fetch all."));
    }
    origin
        .where()
        .ifPresent(
            where ->
                report(
                    "The " + copy.title() + " holds only events with " + where + ".",
                    Hint.of("Fetch a table without a filter.")));
    origin
        .limit()
        .ifPresent(
            limit ->
                report(
                    "The " + copy.title() + " was cut off at " + limit + " events.",
                    Hint.of("Fetch a table without a limit.")));
    unknown.tell(events);
  }

  /**
   * The events that a table can answer about, of several: those that Mixpanel computes, and of
   * which the table has none, are left out with a warning. The one event of a report is not.
   */
  List<String> answerable(List<String> events) throws SQLException {
    List<String> kept = new ArrayList<>();
    for (String event : events) {
      if (!SESSION_EVENTS.contains(event) || unknown.has(event)) {
        kept.add(event);
      }
    }
    if (kept.isEmpty()) {
      return events;
    }
    events.stream()
        .filter(event -> !kept.contains(event))
        .forEach(
            event ->
                scope
                    .listener()
                    .warning(
                        ("'%s' is left out: Mixpanel computes it, and the %s"
                                + " has no such event.")
                            .formatted(event, copy.title())));
    return List.copyOf(kept);
  }

  /** Mixpanel computes these events when it answers; the export has none of them. */
  void refuseUnexported(String event) throws SQLException {
    if (event.startsWith(CUSTOM_EVENT)) {
      throw MixpanelDataException.cannotAnswer(
          "The custom event '"
              + event
              + "' is known to Mixpanel alone: the export has only the"
              + " events that it is made of.",
          Hint.anyOf(
              Hint.way("name the events that it is made of"),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
    if (SESSION_EVENTS.contains(event)) {
      if (unknown.has(event)) {
        scope
            .listener()
            .warning(
                ("Mixpanel computes '%s' itself; these are the events of that name that the %s"
                        + " has.")
                    .formatted(event, copy.title()));
        return;
      }
      throw MixpanelDataException.cannotAnswer(
          "The event '" + event + "' is computed by Mixpanel and not exported.",
          Hint.anyOf(
              Hint.way("count sessions with {}", Reference.SESSIONS),
              Hint.way("ask Mixpanel with {}", Reference.LIVE_SOURCE)));
    }
  }

  private Hint fetchMore(String days) {
    if (copy.lake().isPresent()) {
      return Hint.anyOf(Hint.way("write {} into the lake", days), Hint.way("ask for fewer days"));
    }
    return Hint.anyOf(
        Hint.way(
            "fetch {} into it: {} with {}", days, Reference.FETCH_EVENTS, Reference.APPEND_EVENTS),
        Hint.way("ask for fewer days"));
  }

  private void requireDays(DateRange range, DateRange fetched) {
    LocalClock tableClock = new LocalClock(copy.zone());
    boolean covered =
        !clock.start(range.from()).isBefore(tableClock.start(fetched.from()))
            && !clock.end(range).isAfter(tableClock.end(fetched));
    if (!covered) {
      report(
          "The days "
              + range
              + " of "
              + ZoneNames.of(clock.zone())
              + " go beyond "
              + fetched
              + " of "
              + ZoneNames.of(tableClock.zone())
              + ", which the "
              + copy.title()
              + " was fetched for.",
          fetchMore("the missing days"));
      return;
    }
    copy.lake()
        .flatMap(lake -> lake.firstMissing(clock.start(range.from()), clock.end(range)))
        .ifPresent(
            day ->
                report(
                    "The " + copy.title() + " lacks the day " + day + ".",
                    fetchMore("the missing days")));
  }

  private void requireSettled(DateRange range) {
    if (scope.settled() && clock.end(range).isAfter(table.fetchedAt())) {
      report(
          "The " + copy.title() + " was fetched before " + range.to() + " was over.",
          Hint.of("Bring it up to date, or ask for earlier days."));
    }
  }

  private void report(String message, Hint hint) {
    if (!scope.gaps()) {
      throw MixpanelDataException.cannotAnswer(
          message,
          hint.and(Hint.of("With {}, missing days and events count as empty.", Reference.GAPS)));
    }
    scope.listener().warning(message);
  }
}
