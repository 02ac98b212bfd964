package dev.mixpaneldata.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * An event of a file, as a line of the raw export.
 *
 * @param line the line
 * @param millis its time, in milliseconds of UTC
 */
public record ExportedEvent(String line, long millis) {
  /**
   * Returns the event of a row; empty for a row without a name, a time or an object of properties.
   */
  static Optional<ExportedEvent> of(JsonNode row, EventForm form) {
    ObjectNode properties = Mappers.json().createObjectNode();
    @Nullable JsonNode event = null;
    @Nullable JsonNode time = null;
    Optional<ObjectNode> nested = Optional.empty();
    for (Map.Entry<String, JsonNode> column : row.properties()) {
      String name = column.getKey();
      JsonNode value = column.getValue();
      if (form.isEvent(name)) {
        event = value;
      } else if (form.isNested(name)) {
        nested = object(value);
      } else if (form != EventForm.RAW && name.equalsIgnoreCase(EventForm.TIME)) {
        time = value;
      } else if (!value.isNull()) {
        // A column that is NULL is that of a property which the event does not have.
        properties.set(form.own(name).orElse(name), value);
      }
    }
    // What the event itself says of its ids counts more than the columns beside it.
    nested.ifPresent(
        all -> all.properties().forEach(entry -> properties.set(entry.getKey(), entry.getValue())));
    JsonNode said = time == null ? properties.path(EventForm.TIME) : time;
    OptionalLong millis = PipelineTime.millis(said);
    if (event == null || !event.isTextual() || millis.isEmpty()) {
      return Optional.empty();
    }
    properties.set(EventForm.TIME, LongNode.valueOf(millis.getAsLong()));
    ObjectNode line = Mappers.json().createObjectNode();
    line.set("event", event);
    line.set("properties", properties);
    return Optional.of(new ExportedEvent(line.toString(), millis.getAsLong()));
  }

  /** Returns an object, or that of a text of JSON, as warehouses keep it. */
  private static Optional<ObjectNode> object(JsonNode value) {
    if (value instanceof ObjectNode object) {
      return Optional.of(object);
    }
    try {
      return value.isTextual() && Mappers.readExactly(value.asText()) instanceof ObjectNode parsed
          ? Optional.of(parsed)
          : Optional.empty();
    } catch (MixpanelDataException e) {
      return Optional.empty();
    }
  }
}
