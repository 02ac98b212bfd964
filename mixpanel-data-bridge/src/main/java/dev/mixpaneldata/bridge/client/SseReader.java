package dev.mixpaneldata.bridge.client;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads server-sent events one by one. Remembers what a reconnection needs. */
final class SseReader {
  private final BufferedInputStream stream;
  private final int largest;
  private @Nullable String lastId;
  private @Nullable Long retryMillis;
  private boolean skipLineFeed;

  SseReader(InputStream stream, int largest) {
    this.stream = new BufferedInputStream(stream);
    this.largest = largest;
  }

  /** The id of the last event that had one. */
  Optional<String> lastId() {
    return Optional.ofNullable(lastId);
  }

  /** How long to wait before a reconnection, if the server said so. */
  Optional<Long> retryMillis() {
    return Optional.ofNullable(retryMillis);
  }

  /** The data of the next event that has any; empty at the end of the stream. */
  Optional<String> next() throws IOException {
    StringBuilder data = new StringBuilder();
    boolean hasData = false;
    for (String line = line(); line != null; line = line()) {
      if (line.isEmpty()) {
        // An event with an id and empty data only prepares a reconnection.
        if (hasData && !data.isEmpty()) {
          return Optional.of(data.toString());
        }
        data.setLength(0);
        hasData = false;
        continue;
      }
      int colon = line.indexOf(':');
      String field = colon < 0 ? line : line.substring(0, colon);
      String value = colon < 0 ? "" : line.substring(colon + 1);
      value = value.startsWith(" ") ? value.substring(1) : value;
      switch (field) {
        case "data" -> {
          if (hasData) {
            data.append('\n');
          }
          data.append(value);
          hasData = true;
          check(data.length());
        }
        case "id" -> lastId = value;
        case "retry" -> retryMillis = value.matches("[0-9]{1,9}") ? Long.valueOf(value) : null;
        default -> {
          // A comment (an empty name), the kind of event, or a field of the future.
        }
      }
    }
    return Optional.empty();
  }

  /** A line without its end, which is CR, LF or both; null at the end of the stream. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int b = stream.read(); b >= 0; b = stream.read()) {
      boolean second = skipLineFeed && b == '\n';
      skipLineFeed = false;
      if (second) {
        continue;
      }
      if (b == '\n' || b == '\r') {
        skipLineFeed = b == '\r';
        return bytes.toString(StandardCharsets.UTF_8);
      }
      bytes.write(b);
      check(bytes.size());
    }
    return null;
  }

  private void check(int size) throws IOException {
    if (size > largest) {
      throw new IOException("An event is larger than " + largest + " bytes");
    }
  }
}
