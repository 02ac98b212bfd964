package dev.mixpaneldata.storage.events;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The time among the properties of an event. */
final class PropertyTime {
  private PropertyTime() {}

  /** The properties with another time; all else stays as it is. */
  static String replace(String properties, long millis) {
    try (JsonParser parser = Mappers.json().getFactory().createParser(properties)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        int start = (int) parser.currentTokenLocation().getCharOffset();
        parser.skipChildren();
        parser.finishToken();
        if (name.equals("time")) {
          int end = (int) parser.currentLocation().getCharOffset();
          return properties.substring(0, start) + millis + properties.substring(end);
        }
      }
      return properties;
    } catch (IOException stored) {
      throw new UncheckedIOException("The table has properties that are not JSON", stored);
    }
  }
}
