package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.NameLookup;
import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.report.CountType;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.value.DateRange;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The project's events, properties and values: from a local table that has all events of the days
 * in question, else from Mixpanel.
 */
final class Names {
  /** The most values of a property that are looked at. */
  private static final int VALUES = 100;

  /** Whether tools may read local tables, as the owner of the server has said. */
  record Source(boolean localTables) {
    Names over(Workspace workspace, DateRange range) {
      return localTables
          ? new Names(workspace.names(ReportListener.SILENT), CoveringTable.of(workspace, range))
          : new Names(NameLookup.live(workspace.discovery()), Optional.empty());
    }
  }

  private final NameLookup mixpanel;
  private final Optional<CoveringTable> table;
  private final Map<String, List<String>> properties = new HashMap<>();
  private List<String> events = List.of();
  private int calls;

  private Names(NameLookup mixpanel, Optional<CoveringTable> table) {
    this.mixpanel = mixpanel;
    this.table = table;
  }

  /** The table that they come from. */
  Optional<CoveringTable> table() {
    return table;
  }

  /** How many questions Mixpanel may have been asked; kept lists cost none of them. */
  int calls() {
    return calls;
  }

  /** All events, of a local table those with most rows first. */
  List<String> events() {
    if (events.isEmpty()) {
      events = table.map(CoveringTable::events).orElseGet(() -> live().events());
    }
    return events;
  }

  /** The commonest events but for one: of the days in question, or of today where live. */
  List<String> commonest(int howMany, String but) {
    List<String> ordered =
        table.isPresent()
            ? events()
            : live().topEvents(new TopEventsRequest(CountType.GENERAL, howMany + 1)).stream()
                .map(TopEvent::event)
                .toList();
    return ordered.stream().filter(event -> !event.equals(but)).limit(howMany).toList();
  }

  List<String> properties(String event) {
    return properties.computeIfAbsent(
        event, e -> table.map(t -> t.properties(e)).orElseGet(() -> live().properties(e)));
  }

  /** The commonest values of a property. */
  List<String> values(String event, String property) {
    if (table.isEmpty()) {
      return live().propertyValues(new PropertyValuesRequest(property, Optional.of(event), VALUES));
    }
    return table.get().values(event, property, VALUES);
  }

  private NameLookup live() {
    calls++;
    return mixpanel;
  }

  /** The project's event that is meant; the name itself where none is like it. */
  String meant(String name) {
    return EventNames.meant(name, events());
  }
}
