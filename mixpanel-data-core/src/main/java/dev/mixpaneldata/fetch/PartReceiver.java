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
 * an event, no word of {@code terminated early}. Lines that are no events otherwise are set aside.
 */
final class PartReceiver {
  /** How Mixpanel ends an answer that it gave up on (mixpanel-utils issue 5). */
  private static final byte[] GIVEN_UP = "terminated early".getBytes(UTF_8);

  private static final int FILE_BUFFER_BYTES = 256 * 1024;
  private static final int REPORT_EVERY_ROWS = 2_000;

  /** Hears what arrives. */
  @FunctionalInterface
  interface Meter {
    void received(long rows, long bytes);
  }

  /** What a part holds. */
  record Contents(long rows, long repaired, long quarantined, long bytes) {}

  private final Meter meter;
  private final LineScanner scanner = new LineScanner(LineShape.EVENT);
  private long rows;
  private long repaired;
  private long quarantined;
  private long reportedRows;
  private boolean lastLineUsable = true;
  private String lastFault = "";

  PartReceiver(Meter meter) {
    this.meter = meter;
  }

  /**
   * Receives one body. Throws {@link CutShortException} for a body that is not whole; then no part
   * file is left.
   */
  Contents receive(InputStream body, boolean gzip, Path part, Path quarantineFile) {
    Path unfinished = part.resolveSibling(part.getFileName() + ".tmp");
    try (Quarantine quarantine = new Quarantine(quarantineFile)) {
      long bytes = writeVerified(body, gzip, unfinished, quarantine);
      Files.move(unfinished, part, StandardCopyOption.ATOMIC_MOVE);
      return new Contents(rows, repaired, quarantined, bytes);
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

  private long writeVerified(InputStream body, boolean gzip, Path unfinished, Quarantine quarantine)
      throws IOException {
    try (FileChannel channel = openForWriting(unfinished)) {
      OutputStream file =
          new DiskOutputStream(
              new BufferedOutputStream(Channels.newOutputStream(channel), FILE_BUFFER_BYTES));
      // An answer that came without gzip is small; it is stored as gzip all the same.
      OutputStream copy = gzip ? file : new GZIPOutputStream(file);
      CopyingInputStream copying =
          new CopyingInputStream(body, copy, bytes -> meter.received(0, bytes));
      InputStream plain = gzip ? new StrictGzipInputStream(copying) : copying;
      readLines(new LineReader(plain), quarantine);
      copy.flush();
      if (copy instanceof GZIPOutputStream compressed) {
        compressed.finish();
        file.flush();
      }
      force(channel);
      return channel.size();
    }
  }

  private void readLines(LineReader lines, Quarantine quarantine) throws IOException {
    long number = 0;
    while (lines.next()) {
      number++;
      LineStatus status = scanner.scan(lines.buffer(), lines.start(), lines.end());
      lastLineUsable = status != LineStatus.UNUSABLE;
      if (status == LineStatus.GOOD) {
        rows++;
      } else {
        setAside(status, number, lines, quarantine);
      }
      if (rows - reportedRows >= REPORT_EVERY_ROWS) {
        report();
      }
    }
    report();
    if (!lastLineUsable) {
      throw new CutShortException("its last line " + lastFault);
    }
  }

  private void report() {
    meter.received(rows - reportedRows, 0);
    reportedRows = rows;
  }

  private void setAside(LineStatus status, long number, LineReader lines, Quarantine quarantine)
      throws IOException {
    byte[] line = Arrays.copyOfRange(lines.buffer(), lines.start(), lines.end());
    if (status == LineStatus.REPAIRABLE) {
      rows++;
      repaired++;
      quarantine.keep(number, "repaired: characters that JSON cannot carry", line);
      return;
    }
    lastFault = scanner.fault().description();
    if (ServerMessage.endsWith(line, GIVEN_UP)) {
      throw new CutShortException("Mixpanel ended it with \"terminated early\"");
    }
    ServerMessage.errorIn(line)
        .ifPresent(
            message -> {
              throw new CutShortException("Mixpanel ended it with the error \"" + message + "\"");
            });
    quarantined++;
    quarantine.keep(number, "unusable: the line " + lastFault, line);
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
