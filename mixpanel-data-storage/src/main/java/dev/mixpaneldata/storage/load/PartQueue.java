package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.PartSource;
import dev.mixpaneldata.store.spi.QuarantinedLine;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a load, handed out to threads, and the progress of reading them. Safe for many
 * threads.
 */
final class PartQueue implements Closeable {
  /** The failure to get or read a part. */
  record Failure(int part, Exception cause) {}

  private final PartSource parts;
  private final LoadListener listener;
  private final Queue<Part> open = new ConcurrentLinkedQueue<>();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  PartQueue(PartSource parts, LoadListener listener) {
    this.parts = parts;
    this.listener = listener;
  }

  /**
   * Returns the part to read next: one that nobody has begun, otherwise one that others read, as
   * its lines can be shared. It waits while all remaining parts are on their way. Empty when there
   * are no more.
   */
  synchronized Optional<Part> next() throws IOException {
    OptionalInt number = parts.poll();
    if (number.isEmpty()) {
      Part shared = open.peek();
      if (shared != null) {
        return Optional.of(shared);
      }
      number = parts.take();
    }
    if (number.isEmpty()) {
      return Optional.empty();
    }
    Part part = open(number.getAsInt());
    open.add(part);
    return Optional.of(part);
  }

  /** Records that the part has no more lines. */
  void finished(Part part) throws IOException {
    if (open.remove(part)) {
      part.close();
    }
  }

  @Override
  public void close() throws IOException {
    for (Part part = open.poll(); part != null; part = open.poll()) {
      part.close();
    }
  }

  /** Returns the numbers of the parts whose first lines determine the columns. */
  List<Integer> sample() {
    return PartSource.sample(parts.count());
  }

  /** Opens a part; waits for it. */
  Part open(int number) throws IOException {
    try {
      return Part.open(number, parts.get(number));
    } catch (IOException | RuntimeException e) {
      failed(number, e);
      throw e;
    }
  }

  Path path(int number) {
    return parts.get(number);
  }

  /** Records a line that could not be stored as it came. */
  void setAside(QuarantinedLine line) {
    listener.setAside(line);
  }

  void rowsRead(int count) {
    listener.rowsRead(rows.addAndGet(count));
  }

  /** Returns the number of rows read by all threads. */
  long rows() {
    return rows.get();
  }

  /** Records the first part that failed; the engine passes on only a message. */
  void failed(int number, Exception cause) {
    failure.compareAndSet(null, new Failure(number, cause));
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure.get());
  }
}
