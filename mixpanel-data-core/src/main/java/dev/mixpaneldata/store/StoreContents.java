package dev.mixpaneldata.store;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The local tables with their days and events.
 *
 * @param tables the tables, by name
 * @param events the event names of each table of events, those with most rows first
 */
public record StoreContents(List<TableDays> tables, List<EventRows> events) {
  public StoreContents {
    tables = List.copyOf(tables);
    events = List.copyOf(events);
  }

  /**
   * A table with its days. Days are those of the project's zone where the table was fetched with
   * one, and else of UTC.
   *
   * @param name the table's name
   * @param type events or profiles
   * @param rowCount rows in it now
   * @param fromDate the first day that was fetched; empty for profiles
   * @param toDate the last day that was fetched, inclusive; empty for profiles
   * @param firstDay the first day with an event; empty where there is none
   * @param lastDay the last day with an event; empty where there is none
   * @param fetchedAt the time when rows were last fetched into it
   */
  public record TableDays(
      String name,
      TableType type,
      long rowCount,
      Optional<LocalDate> fromDate,
      Optional<LocalDate> toDate,
      Optional<LocalDate> firstDay,
      Optional<LocalDate> lastDay,
      Instant fetchedAt) {}

  /**
   * An event name of a table.
   *
   * @param event the event's name
   * @param count rows of this event
   * @param table the table
   */
  public record EventRows(String event, long count, String table) {}
}
