package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.mcp.analysis.CoveringTable;
import dev.mixpaneldata.mcp.analysis.SqlText;
import dev.mixpaneldata.value.DateRange;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Events of a period, each counted once: from a local table that has them all, else as they arrive
 * from Mixpanel's export, which is not deduplicated.
 *
 * @param source who has counted
 */
record EventTally(long events, long users, Map<String, Long> byName, String source) {
  /** What is remembered of an export to tell duplicates by: some 500 MB at most. */
  private static final int MOST_KEYS = 3_000_000;

  /** An event's part of all. */
  record Share(String eventName, long count, double percentage) {}

  /** By Mixpanel's rule, events that agree in all of this are one. */
  private record Key(String name, Optional<Instant> time, Optional<String> user, String insertId) {}

  static EventTally of(
      Workspace workspace, DateRange range, Optional<String> event, boolean localTables) {
    Optional<CoveringTable> table =
        localTables ? CoveringTable.of(workspace, range) : Optional.empty();
    if (table.isPresent()) {
      return local(table.get(), range, event);
    }
    try {
      return live(workspace, range, event);
    } catch (MixpanelDataException e) {
      return soFar(workspace, range, e, localTables)
          .map(t -> local(t, range, event))
          .orElseThrow(() -> e);
    }
  }

  /** The table that has these days as far as they had come, if Mixpanel cannot be asked now. */
  static Optional<CoveringTable> soFar(
      Workspace workspace, DateRange range, MixpanelDataException refusal, boolean localTables) {
    return localTables && refusal.code() == ErrorCode.RATE_LIMITED
        ? CoveringTable.soFar(workspace, range)
        : Optional.empty();
  }

  private static EventTally local(CoveringTable table, DateRange range, Optional<String> event) {
    String rows =
        " FROM %s WHERE %s%s"
            .formatted(
                SqlText.name(table.name()),
                table.within(range),
                event.map(e -> " AND event_name = " + SqlText.text(e)).orElse(""));
    Map<String, Long> byName = new HashMap<>();
    for (List<?> row :
        table
            .workspace()
            .sql("SELECT event_name, count(*)" + rows + " GROUP BY event_name")
            .rows()) {
      byName.put(String.valueOf(row.get(0)), number(row.get(1)));
    }
    long users =
        number(
            table
                .workspace()
                .sql("SELECT count(DISTINCT nullif(distinct_id, ''))" + rows)
                .rows()
                .get(0)
                .get(0));
    return of(byName, users, "the local table '" + table.name() + "'");
  }

  private static long number(Object cell) {
    return ((Number) cell).longValue();
  }

  private static EventTally live(Workspace workspace, DateRange range, Optional<String> event) {
    ExportQuery query =
        new ExportQuery(
            range, event.map(List::of).orElse(List.of()), Optional.empty(), Optional.empty());
    Map<String, Long> byName = new HashMap<>();
    Set<String> users = new HashSet<>();
    Set<Key> seen = new HashSet<>();
    try (Stream<Event> lines = workspace.export().events(query)) {
      lines
          .filter(e -> isNew(e, seen))
          .forEach(
              e -> {
                byName.merge(e.name(), 1L, Long::sum);
                e.distinctId().ifPresent(users::add);
              });
    }
    return of(byName, users.size(), "Mixpanel's export");
  }

  /** Events without an insert id have no duplicates. */
  private static boolean isNew(Event event, Set<Key> seen) {
    if (seen.size() >= MOST_KEYS) {
      throw MixpanelDataException.invalidArgument(
          "These days have more events than can be counted without a table.",
          "Fetch them with fetch_events; they are counted from the table then.");
    }
    return event
        .insertId()
        .filter(id -> !id.isEmpty())
        .map(id -> seen.add(new Key(event.name(), event.time(), event.distinctId(), id)))
        .orElse(true);
  }

  private static EventTally of(Map<String, Long> byName, long users, String source) {
    return new EventTally(
        byName.values().stream().mapToLong(n -> n).sum(), users, Map.copyOf(byName), source);
  }

  List<Share> top(int limit) {
    return byName.entrySet().stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(limit)
        .map(e -> new Share(e.getKey(), e.getValue(), 100.0 * e.getValue() / events))
        .toList();
  }
}
