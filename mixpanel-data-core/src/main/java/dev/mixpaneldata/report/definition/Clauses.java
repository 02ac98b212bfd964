package dev.mixpaneldata.report.definition;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.report.ReportDays;
import dev.mixpaneldata.report.TimeSpan;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Locale;

/** The parts of a definition that several kinds of reports share. */
final class Clauses {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private Clauses() {}

  static ObjectNode object() {
    return NODES.objectNode();
  }

  static ArrayNode list(List<ObjectNode> elements) {
    return NODES.arrayNode().addAll(elements);
  }

  static ArrayNode texts(List<String> texts) {
    ArrayNode array = NODES.arrayNode();
    texts.forEach(array::add);
    return array;
  }

  /** Returns an event of a report; the filters are those of the event alone. */
  static ObjectNode event(String name, Filters filters) {
    ObjectNode event = object().put("type", "event");
    event.put("name", name).put("resourceType", "events");
    return filtered(event, filters);
  }

  /** Returns an event as a part of a behavior. */
  static ObjectNode part(String name, Filters filters) {
    ObjectNode part = object().put("type", "event").putNull("id").put("name", name);
    return filtered(part, filters);
  }

  private static ObjectNode filtered(ObjectNode event, Filters filters) {
    event.put("filtersDeterminer", filters.any() ? "any" : "all");
    event.set("filters", list(filters.clauses()));
    return event;
  }

  /** Returns the time of a report. */
  static ObjectNode time(ReportDays days, String unit) {
    return days.range()
        .map(range -> between(range, unit))
        .orElseGet(() -> inTheLast(days.last().orElseThrow(), unit));
  }

  static ObjectNode inTheLast(TimeSpan last, String unit) {
    return inTheLast(last.length(), last.unit().name().toLowerCase(Locale.ROOT), unit);
  }

  static ObjectNode between(DateRange range, String unit) {
    ObjectNode time = object().put("dateRangeType", "between").put("unit", unit);
    time.putArray("value").add(range.from().toString()).add(range.to().toString());
    return time;
  }

  private static ObjectNode inTheLast(int length, String windowUnit, String unit) {
    ObjectNode time = object().put("dateRangeType", "in the last").put("unit", unit);
    time.putObject("window").put("unit", windowUnit).put("value", length);
    return time;
  }
}
