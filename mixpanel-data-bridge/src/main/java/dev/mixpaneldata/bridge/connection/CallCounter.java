package dev.mixpaneldata.bridge.connection;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.LockedFile;
import dev.mixpaneldata.internal.PrivateFiles;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts the requests of a connection in the hour before now, over all processes of this machine,
 * in a file of their times. What others use of the same account's budget is not known here. If the
 * file cannot be used, nothing is counted and no call is held back.
 */
final class CallCounter {
  private static final Logger LOG = LoggerFactory.getLogger(CallCounter.class);
  private static final long LARGEST = 1 << 20;
  private static final Duration WINDOW = Duration.ofHours(1);

  /** The file is held for a fraction of a millisecond; a longer holder is stuck. */
  private static final Duration LONGEST_LOCK = Duration.ofSeconds(5);

  private static final Duration LOCK_POLL = Duration.ofMillis(1);

  private final Path file;
  private final OptionalInt perHour;
  private final Clock clock;

  CallCounter(Path file, OptionalInt perHour, Clock clock) {
    this.file = file;
    this.perHour = perHour;
    this.clock = clock;
  }

  /** Returns the requests of the hour before now. */
  int used() {
    return Files.exists(file) ? update(false).size() : 0;
  }

  /** Returns the requests that the vendor allows in an hour, if that is known. */
  OptionalInt perHour() {
    return perHour;
  }

  /**
   * Counts a request that is about to leave.
   *
   * @throws MixpanelDataException {@code RATE_LIMITED} if the hour's requests are used up
   */
  void count() {
    Deque<Long> times = update(true);
    if (perHour.isPresent() && times.size() > perHour.getAsInt()) {
      Instant free = Instant.ofEpochMilli(times.getFirst()).plus(WINDOW);
      long minutes = Math.max(1, Duration.between(clock.instant(), free).toMinutes());
      throw new MixpanelDataException(
          ErrorCode.RATE_LIMITED,
          "The " + perHour.getAsInt() + " requests that the vendor allows in an hour are used up.",
          "Try again in " + minutes + (minutes == 1 ? " minute." : " minutes."));
    }
  }

  void delete() {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("The file {} stays: {}", file, e.toString());
    }
  }

  /** Returns the times of the last hour with one more, which is kept if it is within the limit. */
  private Deque<Long> update(boolean one) {
    long now = clock.millis();
    Deque<Long> times = new ArrayDeque<>();
    try (LockedFile locked = LockedFile.require(file, LONGEST_LOCK, LOCK_POLL)) {
      read(locked.channel(), now, times);
      boolean full = perHour.isPresent() && times.size() >= perHour.getAsInt();
      if (one) {
        times.addLast(now);
      }
      if (one && !full) {
        write(locked.channel(), times);
      }
    } catch (IOException e) {
      LOG.warn("Requests of a connection are not counted: {}", e.toString());
    }
    return times;
  }

  private static void read(FileChannel channel, long now, Deque<Long> times) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(channel.size(), LARGEST));
    while (buffer.hasRemaining() && channel.read(buffer) >= 0) {
      // Until all is read.
    }
    buffer.flip();
    String text = StandardCharsets.US_ASCII.decode(buffer).toString();
    for (String line : text.lines().filter(l -> l.matches("[0-9]{1,18}")).toList()) {
      long time = Long.parseLong(line);
      // Times of the future are those of a clock that was wrong.
      if (time > now - WINDOW.toMillis() && time <= now) {
        times.addLast(time);
      }
    }
  }

  private static void write(FileChannel channel, Deque<Long> times) throws IOException {
    String text = times.stream().map(time -> time + "\n").collect(Collectors.joining());
    channel.truncate(0);
    channel.position(0);
    PrivateFiles.write(channel, text.getBytes(StandardCharsets.US_ASCII));
  }
}
