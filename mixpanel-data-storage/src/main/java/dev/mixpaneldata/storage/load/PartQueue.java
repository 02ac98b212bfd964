package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.store.spi.LoadListener;
import dev.mixpaneldata.store.spi.PartSupply;
import dev.mixpaneldata.store.spi.SetAsideLine;
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

/** The parts of a load, given out to threads, and how far they are read. Safe for many threads. */
final class PartQueue implements Closeable {
  /** Why a part could not be had or read. */
  record Failure(int part, Exception cause) {}

  private final PartSupply parts;
  private final LoadListener listener;
  private final Queue<Part> open = new ConcurrentLinkedQueue<>();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  PartQueue(PartSupply parts, LoadListener listener) {
    this.parts = parts;
    this.listener = listener;
  }

  /**
   * The part to read next: one that nobody has begun, else one that others are at, as its lines can
   * be shared; waits while all that is left is on its way. Empty when there is no more.
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

  /** The part has no more lines to give. */
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

  /** The numbers of the parts whose first lines tell which columns there should be. */
  List<Integer> sample() {
    return PartSupply.sample(parts.count());
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

  /** A line could not be stored as it came. */
  void setAside(SetAsideLine line) {
    listener.setAside(line);
  }

  void rowsRead(int count) {
    listener.rowsRead(rows.addAndGet(count));
  }

  /** Rows read by all threads. */
  long rows() {
    return rows.get();
  }

  /** Notes the first part that failed; the engine passes on no more than a message. */
  void failed(int number, Exception cause) {
    failure.compareAndSet(null, new Failure(number, cause));
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure.get());
  }
}
