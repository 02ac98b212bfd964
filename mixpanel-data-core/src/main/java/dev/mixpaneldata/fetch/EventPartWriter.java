package dev.mixpaneldata.fetch;

import dev.mixpaneldata.internal.JobFolder;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/** Writes lines of events as part files of a load. */
final class EventPartWriter {
  /** How often the listener hears of rows. */
  private static final int ROWS_A_REPORT = 1_000;

  private final JobFolder folder;
  private final FetchListener listener;
  private int parts;

  EventPartWriter(JobFolder folder, FetchListener listener) {
    this.folder = folder;
    this.listener = listener;
  }

  /** Announces the number of sources. */
  void planned(int sources) {
    listener.planned(sources, 0);
  }

  /**
   * A part file.
   *
   * @param lines the number of its lines
   */
  record Written(Path file, long lines) {}

  /** Produces lines. */
  @FunctionalInterface
  interface Lines {
    void writeTo(Consumer<String> lines);
  }

  /** Writes the lines of one source. */
  Written write(Path source, Lines lines) {
    Path file = folder.file(String.format("part-%06d.jsonl.gz", parts++));
    long[] rows = new long[1];
    try (OutputStream out = new FastGzip(new BufferedOutputStream(PrivateFiles.stream(file)))) {
      lines.writeTo(
          line -> {
            write(out, line);
            rows[0]++;
            if (rows[0] % ROWS_A_REPORT == 0) {
              listener.received(ROWS_A_REPORT, 0);
            }
          });
    } catch (IOException e) {
      throw failed(file, e);
    } catch (UncheckedIOException e) {
      IOException cause = e.getCause();
      throw failed(file, cause == null ? e : cause);
    }
    listener.received(rows[0] % ROWS_A_REPORT, 0);
    listener.windowFinished(String.valueOf(source.getFileName()));
    return new Written(file, rows[0]);
  }

  /** Returns the size of a source. */
  static long size(Path source) {
    try {
      return Files.size(source);
    } catch (IOException e) {
      throw FileLoad.failed("The file " + source + " cannot be read", e);
    }
  }

  private static void write(OutputStream out, String line) {
    try {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.write('\n');
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RuntimeException failed(Path file, Exception cause) {
    return FileLoad.failed("The part file " + file + " cannot be written", cause);
  }

  /** The files are read once and go: time counts more than space. */
  private static final class FastGzip extends GZIPOutputStream {
    private static final int BUFFER = 64 << 10;

    FastGzip(OutputStream out) throws IOException {
      super(out, BUFFER);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }
}
