package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Checks how deep and how wide the value of a property is. */
final class ValueCheck {
  private final String property;

  ValueCheck(String property) {
    this.property = property;
  }

  /** Reads the value that the parser is at, to its end. */
  void check(JsonParser parser) throws IOException, InvalidEventException {
    check(parser, 0);
  }

  private void check(JsonParser parser, int objects) throws IOException, InvalidEventException {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.START_OBJECT) {
      if (objects == EventLimits.DEPTH) {
        throw fault("has objects nested more than 3 deep");
      }
      int keys = 0;
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        if (++keys > EventLimits.PROPERTIES) {
          throw fault("has an object of more than 255 keys");
        }
        parser.nextToken();
        check(parser, objects + 1);
      }
    } else if (token == JsonToken.START_ARRAY) {
      int elements = 0;
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (++elements > EventLimits.ELEMENTS) {
          throw fault("has a list of more than 255 elements");
        }
        check(parser, objects);
      }
    }
  }

  private InvalidEventException fault(String what) {
    return new InvalidEventException("properties." + property, "The property " + what + ".");
  }
}
