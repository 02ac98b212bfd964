package dev.mixpaneldata.internal.pipeline;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.json.Mappers;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file as events. The first row that is an object decides on the form of the
 * file. For one thread.
 */
public final class EventReader {
  private final String file;
  private final Consumer<ExportedEvent> events;
  private final Consumer<String> others;
  private @Nullable EventForm form;

  /**
   * Creates a reader.
   *
   * @param file the name of the file, for errors
   * @param events receives the events
   * @param others receives the rows that are not events, as they came
   */
  public EventReader(String file, Consumer<ExportedEvent> events, Consumer<String> others) {
    this.file = file;
    this.events = events;
    this.others = others;
  }

  /**
   * Reads one row.
   *
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if the file has no form that is known
   */
  public void read(String row) {
    Optional<ExportedEvent> event = object(row).flatMap(this::event);
    event.ifPresentOrElse(events, () -> others.accept(row));
  }

  private Optional<ExportedEvent> event(JsonNode object) {
    EventForm known = form;
    if (known == null) {
      known = EventForm.of(object, file);
      form = known;
    }
    return ExportedEvent.of(object, known);
  }

  private static Optional<JsonNode> object(String row) {
    try {
      return Optional.of(Mappers.readExactly(row)).filter(JsonNode::isObject);
    } catch (MixpanelDataException e) {
      return Optional.empty();
    }
  }
}
