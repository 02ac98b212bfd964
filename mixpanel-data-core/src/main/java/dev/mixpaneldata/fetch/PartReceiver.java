package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.gzip.StrictGzipInputStream;
import dev.mixpaneldata.internal.line.LineReader;
import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.internal.line.LineShape;
import dev.mixpaneldata.internal.line.LineStatus;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Takes the body of an export answer to disk and verifies it on the way. The part file gets its
 * name only when the body was whole: gzip to its last checksum, every line complete, the last one
 * an event, no word of {@code terminated early}. Lines that are no events otherwise stay in it;
 * they are set aside when it is loaded.
 */
final class PartReceiver {
  /** How Mixpanel ends an answer that it gave up on (mixpanel-utils issue 5). */
  private static final byte[] GIVEN_UP = "terminated early".getBytes(UTF_8);

  private static final byte[] EVENT_BEGINS = "{\"event\":".getBytes(UTF_8);

  private static final int FILE_BUFFER_BYTES = 256 * 1024;
  private static final int REPORT_EVERY_LINES = 2_000;

  /** Hears what arrives. */
  @FunctionalInterface
  interface Meter {
    void received(long lines, long bytes);
  }

  /** What a part holds: lines that are not blank, and bytes on disk. */
  record Contents(long lines, long bytes) {}

  private final Meter meter;
  private final LineScanner scanner = new LineScanner(LineShape.EVENT);
  private long lines;
  private long reportedLines;
  private boolean lastLineUsable = true;

  PartReceiver(Meter meter) {
    this.meter = meter;
  }

  /**
   * Receives one body. Throws {@link CutShortException} for a body that is not whole; then no part
   * file is left.
   */
  Contents receive(InputStream body, boolean gzip, Path part) {
    Path unfinished = part.resolveSibling(part.getFileName() + ".tmp");
    try {
      long bytes = writeVerified(body, gzip, unfinished);
      Files.move(unfinished, part, StandardCopyOption.ATOMIC_MOVE);
      return new Contents(lines, bytes);
    } catch (DiskException e) {
      deleteQuietly(unfinished);
      throw FetchErrors.disk("The part file " + part + " cannot be written", e.failure());
    } catch (IOException | MixpanelDataException e) {
      deleteQuietly(unfinished);
      throw e instanceof MixpanelDataException known
          ? known
          : new CutShortException(String.valueOf(e.getMessage()), e);
    }
  }

  private long writeVerified(InputStream body, boolean gzip, Path unfinished) throws IOException {
    try (FileChannel channel = openForWriting(unfinished)) {
      OutputStream file =
          new DiskOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), FILE_BUFFER_BYTES));
      // An answer that came without gzip is small; it is stored as gzip all the same.
      OutputStream copy = gzip ? file : new GZIPOutputStream(file);
      CopyingInputStream copying =
          new CopyingInputStream(body, copy, bytes -> meter.received(0, bytes));
      InputStream plain = gzip ? new StrictGzipInputStream(copying) : copying;
      readLines(new LineReader(plain));
      copy.flush();
      if (copy instanceof GZIPOutputStream compressed) {
        compressed.finish();
        file.flush();
      }
      force(channel);
      return channel.size();
    }
  }

  private void readLines(LineReader reader) throws IOException {
    byte[] last = {};
    int lastLength = 0;
    while (reader.next()) {
      lines++;
      lastLength = 0;
      if (looksLikeAnEvent(reader)) {
        // The buffer moves on before it is known whether this was the last one.
        lastLength = reader.end() - reader.start();
        last = last.length < lastLength ? new byte[lastLength * 2] : last;
        System.arraycopy(reader.buffer(), reader.start(), last, 0, lastLength);
      } else {
        check(reader.buffer(), reader.start(), reader.end());
      }
      if (lines - reportedLines >= REPORT_EVERY_LINES) {
        report();
      }
    }
    report();
    if (lastLength > 0) {
      check(last, 0, lastLength);
    }
    if (!lastLineUsable) {
      throw new CutShortException("its last line " + scanner.fault().description());
    }
  }

  /**
   * Whether a line has the ends of an event. One that has them is no message of the server's and
   * was not cut; the rest of it is checked when it is loaded, which reads it anyway.
   */
  private static boolean looksLikeAnEvent(LineReader line) {
    byte[] buffer = line.buffer();
    int start = line.start();
    return line.end() - start > EVENT_BEGINS.length
        && buffer[line.end() - 1] == '}'
        && Arrays.equals(
            buffer, start, start + EVENT_BEGINS.length, EVENT_BEGINS, 0, EVENT_BEGINS.length);
  }

  private void check(byte[] buffer, int start, int end) {
    lastLineUsable = scanner.scan(buffer, start, end) != LineStatus.UNUSABLE;
    if (lastLineUsable) {
      return;
    }
    byte[] line = Arrays.copyOfRange(buffer, start, end);
    if (ServerMessage.endsWith(line, GIVEN_UP)) {
      throw new CutShortException("Mixpanel ended it with \"terminated early\"");
    }
    ServerMessage.errorIn(line)
        .ifPresent(
            message -> {
              throw new CutShortException("Mixpanel ended it with the error \"" + message + "\"");
            });
  }

  private void report() {
    meter.received(lines - reportedLines, 0);
    reportedLines = lines;
  }

  private static FileChannel openForWriting(Path file) {
    try {
      return FileChannel.open(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  private static void force(FileChannel channel) {
    try {
      channel.force(true);
    } catch (IOException e) {
      throw new DiskException(e);
    }
  }

  private static void deleteQuietly(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      // The next run truncates it; what matters is the failure that led here.
    }
  }
}
