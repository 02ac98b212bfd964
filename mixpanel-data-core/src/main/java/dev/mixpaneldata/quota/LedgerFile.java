package dev.mixpaneldata.quota;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The calls of one budget in a file that all processes of the machine share. If the file cannot be
 * used, this process goes on alone after a warning: a limit that is only nearly kept is better than
 * a call that fails.
 */
final class LedgerFile {
  private static final Logger LOG = LoggerFactory.getLogger(QuotaLedger.class);

  /**
   * The longest wait for the lock. It is held for a fraction of a millisecond; a longer holder is
   * stuck.
   */
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(5);

  private static final Duration LOCK_POLL = Duration.ofNanos(500_000);

  /**
   * The greatest size that is read, in bytes. It is far more than an hour's calls take; the rest of
   * a larger file is damage.
   */
  private static final int LARGEST = 64 * 1024;

  /** The one object for each file, which knows its calls also where the file cannot be used. */
  private static final Map<Path, LedgerFile> OPEN = new ConcurrentHashMap<>();

  private final Path file;
  private final Budget budget;
  private CallTimes latest = CallTimes.NONE;
  private boolean alone;

  private LedgerFile(Path file, Budget budget) {
    this.file = file;
    this.budget = budget;
  }

  /** Creates a ledger that only this process knows. */
  static LedgerFile inMemory(Budget budget) {
    LedgerFile ledger = new LedgerFile(Path.of(""), budget);
    ledger.alone = true;
    return ledger;
  }

  static LedgerFile of(Path file, Budget budget) {
    return OPEN.computeIfAbsent(
        file.toAbsolutePath().normalize(), path -> new LedgerFile(path, budget));
  }

  /** Changes the times in one step, and returns them as they were before. */
  synchronized CallTimes update(long now, UnaryOperator<CallTimes> change) {
    if (!alone) {
      try {
        return updateFile(now, change);
      } catch (ClosedByInterruptException e) {
        throw new MixpanelDataException(
            ErrorCode.INTERRUPTED, "Interrupted while counting a call.", null, e);
      } catch (IOException e) {
        alone = true;
        LOG.warn(
            "The quota file {} cannot be used ({}): calls of other processes are not counted.",
            file,
            e.toString());
      }
    }
    CallTimes before = latest.since(budget, now);
    latest = change.apply(before);
    return before;
  }

  private CallTimes updateFile(long now, UnaryOperator<CallTimes> change) throws IOException {
    Path folder = file.getParent();
    if (folder != null) {
      PrivateFiles.createFolders(folder);
    }
    try (LockedFile locked = LockedFile.require(file, LONGEST_LOCK, LOCK_POLL)) {
      FileChannel channel = locked.channel();
      String text = read(channel);
      CallTimes before = CallTimes.parse(text, budget, now);
      CallTimes after = change.apply(before);
      // Kept in case the file fails, also if this write fails.
      latest = after;
      // Also if only parsing changed the text: a time that counts as now must stay at this now.
      if (!after.text().equals(text)) {
        write(channel, after.text());
      }
      return before;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
    while (bytes.hasRemaining() && channel.read(bytes, bytes.position()) >= 0) {
      // Continues until the buffer is full.
    }
    return new String(bytes.array(), 0, bytes.position(), StandardCharsets.US_ASCII);
  }

  private static void write(FileChannel channel, String text) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
    long size = bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes, bytes.position());
    }
    channel.truncate(size);
  }
}
