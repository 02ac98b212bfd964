package dev.mixpaneldata.storage.table;

import dev.mixpaneldata.storage.file.Catalog;
import dev.mixpaneldata.storage.file.CatalogTable;
import dev.mixpaneldata.storage.file.Identifiers;
import dev.mixpaneldata.store.StoreContents;
import dev.mixpaneldata.store.StoreContents.EventRows;
import dev.mixpaneldata.store.StoreContents.TableDays;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the days and the event counts of all tables, each table in one pass. */
final class TableContents {
  private final List<TableDays> tables = new ArrayList<>();
  private final List<EventRows> events = new ArrayList<>();

  private TableContents() {}

  static StoreContents of(Connection connection) throws SQLException {
    TableContents contents = new TableContents();
    for (CatalogTable table : new Catalog(connection).list()) {
      if (table.type() == TableType.EVENTS) {
        contents.addEvents(connection, table);
      } else {
        contents.add(table, rows(connection, table), null, null);
      }
    }
    contents.events.sort(
        Comparator.comparingLong(EventRows::count)
            .reversed()
            .thenComparing(EventRows::event)
            .thenComparing(EventRows::table));
    return new StoreContents(contents.tables, contents.events);
  }

  private void addEvents(Connection connection, CatalogTable table) throws SQLException {
    long rows = 0;
    @Nullable LocalDateTime first = null;
    @Nullable LocalDateTime last = null;
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT event_name, count(*), min(event_time), max(event_time) FROM "
                    + Identifiers.quote(table.name())
                    + " GROUP BY event_name")) {
      while (row.next()) {
        rows += row.getLong(2);
        events.add(new EventRows(row.getString(1), row.getLong(2), table.name()));
        @Nullable LocalDateTime from = row.getObject(3, LocalDateTime.class);
        @Nullable LocalDateTime to = row.getObject(4, LocalDateTime.class);
        first = first == null || (from != null && from.isBefore(first)) ? from : first;
        last = last == null || (to != null && to.isAfter(last)) ? to : last;
      }
    }
    add(table, rows, first, last);
  }

  private void add(
      CatalogTable table, long rows, @Nullable LocalDateTime first, @Nullable LocalDateTime last) {
    Optional<DateRange> range = table.origin().range();
    tables.add(
        new TableDays(
            table.name(),
            table.type(),
            rows,
            range.map(DateRange::from),
            range.map(DateRange::to),
            day(table, first),
            day(table, last),
            table.fetchedAt()));
  }

  /** Returns the day of a time by the clock that reports on the table cut days by. */
  private static Optional<LocalDate> day(CatalogTable table, @Nullable LocalDateTime utc) {
    ZoneId zone = table.origin().projectZone().orElse(ZoneOffset.UTC);
    return Optional.ofNullable(utc)
        .map(time -> LocalDate.ofInstant(Instant.from(time.atOffset(ZoneOffset.UTC)), zone));
  }

  private static long rows(Connection connection, CatalogTable table) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery("SELECT count(*) FROM " + Identifiers.quote(table.name()))) {
      row.next();
      return row.getLong(1);
    }
  }
}
