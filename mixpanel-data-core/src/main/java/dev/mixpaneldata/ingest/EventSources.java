package dev.mixpaneldata.ingest;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/** The forms that events can be read from. */
public final class EventSources {
  private EventSources() {}

  /**
   * JSON lines, each an object with {@code event} and {@code properties} as Mixpanel's export has
   * them; compressed with gzip or not.
   */
  public static EventSource jsonLines(Path file) {
    return EventFile.source("The file " + file, EventFile.of(file), EventFile::readLines);
  }

  /** JSON lines of a stream, which can be fed once. */
  public static EventSource jsonLines(InputStream stream) {
    return EventFile.source("The input", () -> stream, EventFile::readLines);
  }

  /**
   * CSV with a header line (RFC 4180, UTF-8); compressed with gzip or not. The columns {@code
   * event} and {@code time} have to be there, every other is a property: numbers, true and false as
   * such, all else as text. A time is in seconds or milliseconds since 1970 or as ISO 8601, which
   * is UTC without an offset.
   *
   * @param columns the name of a property, or {@code event}, by the name of its column; columns
   *     that are not in it keep their name
   */
  public static EventSource csv(Path file, Map<String, String> columns) {
    return EventFile.source(
        "The file " + file,
        EventFile.of(file),
        EventFile.csv(name -> columns.getOrDefault(name, name)));
  }

  /** CSV of a stream, which can be fed once. */
  public static EventSource csv(InputStream stream, Map<String, String> columns) {
    return EventFile.source(
        "The input", () -> stream, EventFile.csv(name -> columns.getOrDefault(name, name)));
  }
}
