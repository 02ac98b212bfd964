package dev.mixpaneldata.ingest;

import dev.mixpaneldata.internal.CsvReader;
import dev.mixpaneldata.internal.DiskFailure;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPInputStream;

/** Events in a stream of bytes, which may be compressed with gzip: its first bytes tell. */
final class EventFile {
  private static final int BUFFER = 1 << 16;

  private EventFile() {}

  /** Opens the same bytes, each time it is asked. */
  @FunctionalInterface
  interface Opening {
    InputStream open() throws IOException;
  }

  /** Reads a stream from its beginning to its end. */
  @FunctionalInterface
  interface Reading {
    void read(InputStream plain, ImportSink sink) throws IOException;
  }

  static Opening of(Path file) {
    return () -> Files.newInputStream(file);
  }

  static EventSource source(String name, Opening opening, Reading reading) {
    return sink -> {
      try (InputStream plain = plain(opening.open())) {
        reading.read(plain, sink);
      } catch (IOException e) {
        throw DiskFailure.of(ImportJob.NAME, name + " cannot be read", e);
      }
    };
  }

  /** Reads JSON lines; blank ones are passed over. */
  static void readLines(InputStream plain, ImportSink sink) throws IOException {
    EventLines lines = new EventLines(plain);
    for (byte[] line = lines.next(); line != null; line = lines.next()) {
      sink.add(line);
    }
  }

  /** Reads CSV with a header line. */
  static Reading csv(UnaryOperator<String> columns) {
    return (plain, sink) ->
        new CsvEvents(new CsvReader(plain), columns)
            .forEach(event -> sink.add(event.getBytes(StandardCharsets.UTF_8)));
  }

  private static InputStream plain(InputStream raw) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(raw, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == 0x1f && buffered.read() == 0x8b;
    buffered.reset();
    return gzip ? new BufferedInputStream(new GZIPInputStream(buffered, BUFFER), BUFFER) : buffered;
  }
}
