package dev.mixpaneldata.ingest;

import dev.mixpaneldata.internal.Sha256;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;

/**
 * Lines that go out in one request: as many as Mixpanel takes, with room for what is added. The
 * same lines in the same order give the same batches, by which a repeated import knows what was
 * acknowledged.
 */
final class ImportBatch {
  /** Room for an insert id, an empty distinct id and milliseconds in each event. */
  private static final int ADDED_BYTES = 100;

  private final int number;
  private final long firstLine;
  private final List<byte[]> lines = new ArrayList<>();
  private final MessageDigest digest = Sha256.start();
  private long bytes;

  /**
   * An empty batch.
   *
   * @param number its place among the batches, from 0
   * @param firstLine the number of its first line, from 1
   */
  ImportBatch(int number, long firstLine) {
    this.number = number;
    this.firstLine = firstLine;
  }

  /** Whether another line would make the request too large. */
  boolean isFullFor(byte[] line) {
    return lines.size() == EventLimits.BATCH_EVENTS
        || !lines.isEmpty() && bytes + line.length + ADDED_BYTES > EventLimits.BATCH_BYTES;
  }

  void add(byte[] line) {
    lines.add(line);
    bytes += line.length + ADDED_BYTES;
    digest.update(line);
    digest.update((byte) '\n');
  }

  int number() {
    return number;
  }

  long firstLine() {
    return firstLine;
  }

  List<byte[]> lines() {
    return lines;
  }

  /** What tells the batch from others. To be asked for once. */
  String digest() {
    return Sha256.hex(digest);
  }
}
