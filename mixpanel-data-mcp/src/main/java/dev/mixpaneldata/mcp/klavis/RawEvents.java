package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.mcp.analysis.CoveringTable;
import dev.mixpaneldata.mcp.analysis.SqlText;
import dev.mixpaneldata.value.Json;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Some events of a period: from a local table that has them all, else from Mixpanel's export. A
 * filter is Mixpanel's, so that it asks Mixpanel.
 */
final class RawEvents {
  private RawEvents() {}

  static List<Event> of(KlavisTools.EventQuery asked, Workspace workspace, boolean localTables) {
    boolean mayBeLocal = localTables && asked.where().isEmpty();
    Optional<CoveringTable> table =
        mayBeLocal ? CoveringTable.of(workspace, asked.range()) : Optional.empty();
    if (table.isPresent()) {
      return local(asked, table.get());
    }
    try {
      return live(asked, workspace);
    } catch (MixpanelDataException e) {
      return EventTally.soFar(workspace, asked.range(), e, mayBeLocal)
          .map(t -> local(asked, t))
          .orElseThrow(() -> e);
    }
  }

  private static List<Event> live(KlavisTools.EventQuery asked, Workspace workspace) {
    ExportQuery query =
        new ExportQuery(
            asked.range(),
            asked.event().map(List::of).orElse(List.of()),
            asked.where(),
            Optional.of((long) asked.limit()));
    try (Stream<Event> lines = workspace.export().events(query)) {
      return lines.limit(asked.limit()).toList();
    }
  }

  private static List<Event> local(KlavisTools.EventQuery asked, CoveringTable table) {
    String query =
        "SELECT event_name, event_time, distinct_id, insert_id, properties FROM %s WHERE %s%s"
            + " ORDER BY event_time, event_name LIMIT %d";
    String event = asked.event().map(e -> " AND event_name = " + SqlText.text(e)).orElse("");
    return table
        .workspace()
        .sql(
            query.formatted(
                SqlText.name(table.name()), table.within(asked.range()), event, asked.limit()))
        .rows()
        .stream()
        .map(RawEvents::event)
        .toList();
  }

  private static Event event(List<@Nullable Object> row) {
    return new Event(
        String.valueOf(row.get(0)),
        Optional.ofNullable((LocalDateTime) row.get(1)).map(t -> t.toInstant(ZoneOffset.UTC)),
        text(row.get(2)),
        text(row.get(3)),
        row.get(4) instanceof Json json ? json : new Json(String.valueOf(row.get(4))));
  }

  private static Optional<String> text(@Nullable Object cell) {
    return Optional.ofNullable(cell).map(String::valueOf).filter(text -> !text.isEmpty());
  }
}
