package dev.mixpaneldata.fetch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.PrivateFiles;
import dev.mixpaneldata.internal.Reason;
import dev.mixpaneldata.internal.gzip.StrictGzipInputStream;
import dev.mixpaneldata.internal.line.LineBlock;
import dev.mixpaneldata.internal.line.LineBlocks;
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
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the body of an export answer to disk and verifies it on the way. The part file gets its
 * name only if the body was complete: gzip to its last checksum, every line complete, the last one
 * an event, no {@code terminated early}. Other lines that are not events stay in it; the load sets
 * them aside.
 */
final class PartReceiver {
  /** The text with which Mixpanel ends an answer that it gave up on (mixpanel-utils issue 5). */
  private static final byte[] GIVEN_UP = "terminated early".getBytes(UTF_8);

  private static final byte[] EVENT_BEGINS = "{\"event\":".getBytes(UTF_8);

  private static final int FILE_BUFFER_BYTES = 256 * 1024;

  /** A listener for arriving lines and bytes. */
  @FunctionalInterface
  interface Meter {
    void received(long lines, long bytes);
  }

  /** The size of a part: lines that are not blank, and bytes on disk. */
  record Contents(long lines, long bytes) {}

  private final Meter meter;
  private final LineScanner scanner = new LineScanner(LineShape.EVENT);
  private long lines;

  PartReceiver(Meter meter) {
    this.meter = meter;
  }

  /**
   * Receives one body.
   *
   * @throws CutShortException if the body is not complete; then no part file is left
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
      if (e instanceof MixpanelDataException known) {
        throw known;
      }
      throw Thread.currentThread().isInterrupted()
          ? FetchErrors.stopped(e)
          : new CutShortException(Reason.of(e), e);
    }
  }

  private long writeVerified(InputStream body, boolean gzip, Path unfinished) throws IOException {
    try (FileChannel channel = openForWriting(unfinished)) {
      OutputStream file =
          new DiskOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), FILE_BUFFER_BYTES));
      // An answer without gzip is small; it is stored as gzip, too.
      OutputStream copy = gzip ? file : new GZIPOutputStream(file);
      CopyingInputStream copying =
          new CopyingInputStream(body, copy, bytes -> meter.received(0, bytes));
      InputStream plain = gzip ? new StrictGzipInputStream(copying) : copying;
      readLines(new LineBlocks(plain));
      copy.flush();
      if (copy instanceof GZIPOutputStream compressed) {
        compressed.finish();
        file.flush();
      }
      force(channel);
      return channel.size();
    }
  }

  private void readLines(LineBlocks received) throws IOException {
    LineBlock block = new LineBlock();
    byte[] last = {};
    while (received.next(block)) {
      byte[] buffer = block.buffer();
      for (int line = 0; line < block.size(); line++) {
        int start = block.start(line);
        int end = block.end(line);
        if (!looksLikeAnEvent(buffer, start, end) && !isUsable(buffer, start, end)) {
          refuseMessage(buffer, start, end);
        }
      }
      // The block moves on before it is known whether this was the last one.
      int newest = block.size() - 1;
      last = Arrays.copyOfRange(buffer, block.start(newest), block.end(newest));
      lines += block.size();
      meter.received(block.size(), 0);
    }
    if (lines > 0 && !isUsable(last, 0, last.length)) {
      refuseMessage(last, 0, last.length);
      throw new CutShortException("its last line " + scanner.fault().description());
    }
  }

  /**
   * Returns whether a line has the beginning and the end of an event. Such a line is not a message
   * of the server and was not cut; the load, which reads it anyway, checks the rest.
   */
  private static boolean looksLikeAnEvent(byte[] buffer, int start, int end) {
    return end - start > EVENT_BEGINS.length
        && buffer[end - 1] == '}'
        && Arrays.equals(
            buffer, start, start + EVENT_BEGINS.length, EVENT_BEGINS, 0, EVENT_BEGINS.length);
  }

  private boolean isUsable(byte[] buffer, int start, int end) {
    return scanner.scan(buffer, start, end) != LineStatus.UNUSABLE;
  }

  /** Refuses a line in which the server reports that it gave up. */
  private static void refuseMessage(byte[] buffer, int start, int end) {
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

  private static FileChannel openForWriting(Path file) {
    try {
      return PrivateFiles.create(file);
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
      // The next run truncates it; the failure that led here matters more.
    }
  }
}
