package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.NameLookup;
import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.operation.ParameterDescription;
import dev.mixpaneldata.operation.Suggested;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.store.EventBreakdown;
import dev.mixpaneldata.store.TableInfo;
import dev.mixpaneldata.store.TableType;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.util.Fields;

/**
 * The names and values to choose from: those of the local tables, which cost nothing, or of
 * Mixpanel where there are none.
 */
final class Pickers {
  private static final int MOST_VALUES = 50;

  private final Workspace workspace;

  Pickers(Workspace workspace) {
    this.workspace = workspace;
  }

  /** Returns what the values of a parameter are chosen from; empty if it is typed in. */
  static Optional<String> kindOf(ParameterDescription parameter) {
    return Optional.of(parameter.suggests())
        .filter(suggested -> suggested != Suggested.NOTHING)
        .map(suggested -> suggested.name().toLowerCase(Locale.ROOT));
  }

  ArrayNode json(Fields query) {
    Optional<String> event = Optional.ofNullable(query.getValue("event")).filter(e -> !e.isEmpty());
    Collection<String> names =
        switch (String.valueOf(query.getValue("of"))) {
          case "events" -> events();
          case "properties" -> properties(event);
          case "values" -> values(query.getValue("property"), event);
          default ->
              throw MixpanelDataException.invalidArgument(
                  "There are no such names.", "Ask for events, properties or values.");
        };
    ArrayNode list = Mappers.json().createArrayNode();
    names.forEach(list::add);
    return list;
  }

  private List<String> tables() {
    return workspace.tables().list().stream()
        .filter(table -> table.type() == TableType.EVENTS)
        .map(TableInfo::name)
        .toList();
  }

  private Collection<String> events() {
    Set<String> names = new LinkedHashSet<>();
    for (String table : tables()) {
      workspace.tables().breakdown(table).events().stream()
          .map(EventBreakdown.EventCount::event)
          .forEach(names::add);
    }
    return names.isEmpty() ? elsewhere().events() : names;
  }

  private Collection<String> properties(Optional<String> event) {
    Set<String> names = new LinkedHashSet<>();
    tables().forEach(table -> names.addAll(workspace.tables().keys(table, event)));
    return names.isEmpty() && event.isPresent() ? elsewhere().properties(event.get()) : names;
  }

  private Collection<String> values(String property, Optional<String> event) {
    Set<String> values = new LinkedHashSet<>();
    for (String table : tables()) {
      workspace
          .tables()
          .column(table, "properties." + property, MOST_VALUES)
          .topValues()
          .forEach(value -> values.add(Objects.toString(value.value(), "")));
    }
    values.remove("");
    return values.isEmpty() && tables().isEmpty()
        ? elsewhere()
            .propertyValues(
                PropertyValuesRequest.of(property).with(r -> r.event(event).limit(MOST_VALUES)))
        : values;
  }

  private NameLookup elsewhere() {
    return workspace.names(ReportListener.SILENT);
  }
}
