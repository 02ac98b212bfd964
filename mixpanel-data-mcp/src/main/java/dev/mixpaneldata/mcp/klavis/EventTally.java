package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.value.DateRange;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Events of a period, counted as they arrive. Duplicates in the export are counted as Mixpanel
 * sends them.
 */
record EventTally(long events, long users, Map<String, Long> byName) {
  /** An event's part of all. */
  record Share(String eventName, long count, double percentage) {}

  static EventTally of(Workspace workspace, DateRange range, Optional<String> event) {
    ExportQuery query =
        new ExportQuery(
            range, event.map(List::of).orElse(List.of()), Optional.empty(), Optional.empty());
    Map<String, Long> byName = new HashMap<>();
    Set<String> users = new HashSet<>();
    try (Stream<Event> lines = workspace.export().events(query)) {
      lines.forEach(
          e -> {
            byName.merge(e.name(), 1L, Long::sum);
            e.distinctId().ifPresent(users::add);
          });
    }
    long all = byName.values().stream().mapToLong(n -> n).sum();
    return new EventTally(all, users.size(), byName);
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
