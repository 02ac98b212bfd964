package dev.mixpaneldata.testkit.dataset;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One line of an export as bytes, without its line feed. Its time is found and changed without
 * parsing the rest, so that all other bytes stay unchanged.
 */
public final class EventLine {

  private static final JsonFactory FACTORY = new JsonFactory();
  private static final byte[] TIME = "\"time\":".getBytes(StandardCharsets.US_ASCII);

  /** Times from here on are milliseconds: as seconds they would lie beyond the year 5000. */
  private static final long SMALLEST_MILLIS = 100_000_000_000L;

  private final byte[] bytes;
  private final int start;
  private final int end;

  /** Reads bytes that are not to be changed. */
  public EventLine(byte[] bytes) {
    this.bytes = bytes;
    this.start = timeStart(bytes);
    int index = start;
    while (index >= 0 && index < bytes.length && bytes[index] >= '0' && bytes[index] <= '9') {
      index++;
    }
    this.end = index;
  }

  /** Returns the name of the event; empty if the line is not an event. */
  public Optional<String> eventName() {
    try (JsonParser parser = FACTORY.createParser(bytes)) {
      // Mixpanel writes the name first, so this reads a few bytes of the line.
      while (parser.nextToken() != null) {
        if ("event".equals(parser.currentName())) {
          return Optional.ofNullable(parser.nextTextValue());
        }
        if (parser.currentToken() == JsonToken.START_OBJECT && parser.currentName() != null) {
          parser.skipChildren();
        }
      }
      return Optional.empty();
    } catch (IOException malformed) {
      return Optional.empty();
    }
  }

  /**
   * Returns the time in milliseconds since 1970, in either unit of the line; empty if there is
   * none.
   */
  public OptionalLong timeMillis() {
    if (start < 0 || end == start || end - start > 18) {
      return OptionalLong.empty();
    }
    long time = Long.parseLong(new String(bytes, start, end - start, StandardCharsets.US_ASCII));
    return OptionalLong.of(time < SMALLEST_MILLIS ? time * 1000 : time);
  }

  /** Returns the line with another number as its time; unchanged if it has none. */
  public byte[] withTime(long time) {
    if (start < 0 || end == start) {
      return bytes;
    }
    byte[] digits = Long.toString(time).getBytes(StandardCharsets.US_ASCII);
    byte[] changed = Arrays.copyOf(bytes, start + digits.length + bytes.length - end);
    System.arraycopy(digits, 0, changed, start, digits.length);
    System.arraycopy(bytes, end, changed, start + digits.length, bytes.length - end);
    return changed;
  }

  private static int timeStart(byte[] bytes) {
    for (int index = 0; index <= bytes.length - TIME.length; index++) {
      if (bytes[index] == '"'
          && Arrays.equals(bytes, index, index + TIME.length, TIME, 0, TIME.length)) {
        int digits = index + TIME.length;
        while (digits < bytes.length && bytes[digits] == ' ') {
          digits++;
        }
        return digits;
      }
    }
    return -1;
  }
}
