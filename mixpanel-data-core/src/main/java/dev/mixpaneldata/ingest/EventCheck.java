package dev.mixpaneldata.ingest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.mixpaneldata.expression.ExpressionOptions;
import dev.mixpaneldata.internal.json.Mappers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.Period;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a line, such as one of an export, what is sent: checked, with its time in milliseconds
 * and an insert id. Each property keeps the bytes it came with. Thread-safe.
 */
final class EventCheck {
  private static final byte[] EVENT = "{\"event\":".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] PROPERTIES = ",\"properties\":{".getBytes(StandardCharsets.US_ASCII);

  /** Digits behind the point of a time. */
  private static final int LONGEST_FRACTION = 100;

  private final long oldestMillis;
  private final long newestMillis;
  private final String tooOld;

  private EventCheck(Instant now, Period age, String tooOld) {
    this.oldestMillis = EventLimits.before(now, age).toEpochMilli();
    this.newestMillis = now.plus(EventLimits.AHEAD).toEpochMilli();
    this.tooOld = tooOld;
  }

  /** The check of events to import. */
  static EventCheck ofImports(Instant now) {
    return new EventCheck(now, EventLimits.AGE, "The event is older than five years.");
  }

  /** The check of events to track, of which Mixpanel drops old ones without a word. */
  static EventCheck ofTracked(Instant now) {
    return new EventCheck(
        now, EventLimits.TRACKED_AGE, "The event is older than five days; import it instead.");
  }

  /** The event to send, or why it cannot be. */
  byte[] prepare(byte[] line) throws InvalidEventException {
    if (line.length > EventLimits.EVENT_BYTES) {
      throw new InvalidEventException("", "The event is larger than 1 MB.");
    }
    Found found = new Found();
    try (JsonParser parser = Mappers.json().getFactory().createParser(line)) {
      read(parser, found);
    } catch (JsonProcessingException e) {
      throw new InvalidEventException("", "The line is not JSON: " + e.getOriginalMessage() + ".");
    } catch (IOException e) {
      // Bytes that are not UTF-8, as Jackson tells them.
      throw new InvalidEventException("", "The line is not JSON: " + e.getMessage() + ".");
    }
    return write(line, found);
  }

  /** Where the parts of an event are in its line. */
  private static final class Found {
    @Nullable String name;
    int nameStart;
    int nameEnd;
    int propertiesStart = -1;
    int propertiesEnd;
    int count;
    int timeStart = -1;
    int timeEnd;
    long timeMillis;
    boolean hasInsertId;
    boolean hasUser;
  }

  private void read(JsonParser parser, Found found) throws IOException, InvalidEventException {
    if (parser.nextToken() != JsonToken.START_OBJECT) {
      throw new InvalidEventException("", "The line is not a JSON object.");
    }
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String field = parser.currentName();
      JsonToken value = parser.nextToken();
      switch (field) {
        case "event" -> {
          found.nameStart = start(parser);
          found.name = value == JsonToken.VALUE_STRING ? parser.getText() : null;
          found.nameEnd = end(parser);
        }
        case "properties" -> {
          if (value != JsonToken.START_OBJECT) {
            throw new InvalidEventException("properties", "The properties are not an object.");
          }
          found.propertiesStart = start(parser) + 1;
          readProperties(parser, found);
          found.propertiesEnd = start(parser);
        }
        default -> parser.skipChildren();
      }
    }
    if (parser.nextToken() != null) {
      throw new InvalidEventException("", "The line has more text after the event.");
    }
    checkParts(found);
  }

  private static void checkParts(Found found) throws InvalidEventException {
    if (found.name == null || found.name.isEmpty()) {
      throw new InvalidEventException("event", "The event has no name.");
    }
    if (isLong(found.name)) {
      throw new InvalidEventException("event", "The name of the event has more than 255 bytes.");
    }
    if (found.timeStart < 0) {
      throw new InvalidEventException("properties.time", "The event has no time.");
    }
    if (found.count > EventLimits.PROPERTIES) {
      throw new InvalidEventException("properties", "There are more than 255 properties.");
    }
  }

  private void readProperties(JsonParser parser, Found found)
      throws IOException, InvalidEventException {
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      found.count++;
      if (isLong(name)) {
        throw new InvalidEventException("properties", "A property's name has over 255 bytes.");
      }
      JsonToken value = parser.nextToken();
      switch (name) {
        case "time" -> {
          found.timeStart = start(parser);
          found.timeMillis = millis(parser, value);
          found.timeEnd = end(parser);
        }
        case "$insert_id" -> {
          found.hasInsertId = value != JsonToken.VALUE_NULL;
          if (found.hasInsertId) {
            InsertId.check(value.isScalarValue() ? parser.getText() : "");
          }
        }
        case "distinct_id" -> {
          found.hasUser = true;
          if (!value.isScalarValue() || InsertId.isForbidden(parser.getText())) {
            throw new InvalidEventException(
                "properties.distinct_id",
                "The distinct id is not a text, or is a word such as null.");
          }
        }
        case "$device_id", "$user_id" -> {
          found.hasUser = true;
          new ValueCheck(name).check(parser);
        }
        default -> new ValueCheck(name).check(parser);
      }
    }
  }

  private long millis(JsonParser parser, JsonToken value)
      throws IOException, InvalidEventException {
    if (!value.isNumeric()) {
      throw new InvalidEventException(
          "properties.time", "The time is not a number of seconds or milliseconds since 1970.");
    }
    long millis = unscaled(parser);
    if (millis > newestMillis) {
      throw new InvalidEventException("properties.time", "The time lies in the future.");
    }
    if (millis < oldestMillis) {
      throw new InvalidEventException("properties.time", tooOld);
    }
    return millis;
  }

  /** The number in milliseconds, whichever of the two units it is in. */
  private static long unscaled(JsonParser parser) throws IOException, InvalidEventException {
    if (parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        && parser.getNumberType() != JsonParser.NumberType.BIG_INTEGER) {
      long number = parser.getLongValue();
      boolean seconds = Math.abs(number) < ExpressionOptions.MILLISECONDS_FROM;
      return seconds ? number * 1000 : number;
    }
    BigDecimal number = parser.getDecimalValue();
    // Looked at before anything is computed: an exponent of nine digits would take all memory.
    if (number.scale() > LONGEST_FRACTION || number.precision() - number.scale() > 18) {
      throw new InvalidEventException("properties.time", "The time is not a time of this century.");
    }
    boolean seconds =
        number.abs().compareTo(BigDecimal.valueOf(ExpressionOptions.MILLISECONDS_FROM)) < 0;
    BigDecimal scaled = seconds ? number.movePointRight(3) : number;
    return scaled.setScale(0, RoundingMode.FLOOR).longValue();
  }

  private static byte[] write(byte[] line, Found found) {
    EventText event =
        new EventText(line.length + 128)
            .add(EVENT)
            .add(line, found.nameStart, found.nameEnd)
            .add(PROPERTIES);
    if (!found.hasInsertId) {
      String id = InsertId.of(String.valueOf(found.name), values(line, found));
      event.add("\"$insert_id\":\"").add(id).add("\",");
    }
    if (!found.hasUser) {
      // Without one, Mixpanel would make one of this machine's address.
      event.add("\"distinct_id\":\"\",");
    }
    return event
        .add(line, found.propertiesStart, found.timeStart)
        .add(Long.toString(found.timeMillis))
        .add(line, found.timeEnd, found.propertiesEnd)
        .add("}}")
        .toBytes();
  }

  /** The bytes of each property by its name; those of the time as they are sent. */
  private static SortedMap<String, byte[]> values(byte[] line, Found found) {
    SortedMap<String, byte[]> values = new TreeMap<>();
    int from = found.propertiesStart - 1;
    int length = found.propertiesEnd + 1 - from;
    try (JsonParser parser = Mappers.json().getFactory().createParser(line, from, length)) {
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        String name = parser.currentName();
        parser.nextToken();
        int start = start(parser);
        parser.skipChildren();
        parser.finishToken();
        values.put(name, Arrays.copyOfRange(line, from + start, from + end(parser)));
      }
    } catch (IOException readBefore) {
      throw new UncheckedIOException(readBefore);
    }
    values.put("time", Long.toString(found.timeMillis).getBytes(StandardCharsets.US_ASCII));
    values.remove("$insert_id");
    return values;
  }

  private static int start(JsonParser parser) {
    return (int) parser.currentTokenLocation().getByteOffset();
  }

  private static int end(JsonParser parser) {
    return (int) parser.currentLocation().getByteOffset();
  }

  private static boolean isLong(String name) {
    return name.length() > EventLimits.NAME_BYTES / 3
        && name.getBytes(StandardCharsets.UTF_8).length > EventLimits.NAME_BYTES;
  }
}
