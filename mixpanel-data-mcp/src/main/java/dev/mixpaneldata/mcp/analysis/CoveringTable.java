package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.store.EventBreakdown.EventCount;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A local table that has all events of some days: what it has names and counts for, Mixpanel need
 * not be asked.
 */
public record CoveringTable(Workspace workspace, TableInfo table) {
  /** The table fetched last that has all events of these days, each fetched after it was over. */
  public static Optional<CoveringTable> of(Workspace workspace, DateRange range) {
    return having(workspace, range)
        .filter(t -> !t.table().fetchedAt().isBefore(t.start(range.to().plusDays(1))))
        .findFirst();
  }

  /**
   * The table fetched last that has these days, the last of them as far as it had come when it was
   * fetched: for when Mixpanel cannot be asked.
   */
  public static Optional<CoveringTable> soFar(Workspace workspace, DateRange range) {
    return having(workspace, range).findFirst();
  }

  private static Stream<CoveringTable> having(Workspace workspace, DateRange range) {
    return all(workspace)
        .filter(t -> t.fetched().from().compareTo(range.from()) <= 0)
        .filter(t -> t.fetched().to().compareTo(range.to()) >= 0);
  }

  /** All tables that have every event of their days, the one fetched last first. */
  static Stream<CoveringTable> all(Workspace workspace) {
    try {
      return workspace.tables().list().stream()
          .filter(t -> t.type() == TableType.EVENTS && t.origin().range().isPresent())
          .filter(t -> t.origin().events().isEmpty())
          .filter(t -> t.origin().where().isEmpty() && t.origin().limit().isEmpty())
          .sorted(Comparator.comparing(TableInfo::fetchedAt).reversed())
          .map(t -> new CoveringTable(workspace, t));
    } catch (MixpanelDataException e) {
      if (e.code() == ErrorCode.DATABASE_LOCKED) {
        // Somebody fills a table just now; Mixpanel need not wait for that.
        return Stream.of();
      }
      throw e;
    }
  }

  /** The days that it was fetched for. */
  DateRange fetched() {
    return table.origin().range().orElseThrow();
  }

  public String name() {
    return table.name();
  }

  /** The names of its events, those with most rows first. */
  List<String> events() {
    return workspace.tables().breakdown(name()).events().stream()
        .sorted(Comparator.comparingLong(EventCount::count).reversed())
        .map(EventCount::event)
        .toList();
  }

  List<String> properties(String event) {
    return workspace.tables().keys(name(), Optional.of(event));
  }

  /** The commonest values of a property of an event. */
  List<String> values(String event, String property, int most) {
    String query =
        "SELECT v FROM (SELECT %s AS v FROM %s WHERE event_name = %s) WHERE v IS NOT NULL"
            + " GROUP BY v ORDER BY count(*) DESC, v LIMIT "
            + most;
    return workspace
        .sql(query.formatted(SqlText.property(property), SqlText.name(name()), SqlText.text(event)))
        .rows()
        .stream()
        .map(row -> String.valueOf(row.get(0)))
        .toList();
  }

  /** When a day begins where the project's days are counted: UTC, but for older projects. */
  private Instant start(LocalDate day) {
    ZoneId zone = table.origin().projectZone().orElse(ZoneOffset.UTC);
    return day.atStartOfDay(zone).toInstant();
  }

  /** The condition that a row is of these days, in SQL. */
  public String within(DateRange range) {
    return "event_time >= TIMESTAMP '%s' AND event_time < TIMESTAMP '%s'"
        .formatted(sql(start(range.from())), sql(start(range.to().plusDays(1))));
  }

  private static String sql(Instant time) {
    return time.atOffset(ZoneOffset.UTC).toLocalDateTime().toString().replace('T', ' ');
  }
}
