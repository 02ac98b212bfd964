package dev.mixpaneldata.storage.load;

import dev.mixpaneldata.internal.line.LineScanner;
import dev.mixpaneldata.store.LoadListener;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** The parts of a load, given out whole, and how far they are read. Safe for many threads. */
final class PartQueue {
  /** A part that could not be read. */
  record Failure(Path part, Exception cause) {}

  private final List<Path> parts;
  private final LoadListener listener;
  private final AtomicInteger given = new AtomicInteger();
  private final AtomicLong rows = new AtomicLong();
  private final AtomicReference<@Nullable Failure> failure = new AtomicReference<>();

  PartQueue(List<Path> parts, LoadListener listener) {
    this.parts = parts;
    this.listener = listener;
  }

  int size() {
    return parts.size();
  }

  /** The number of a part that nobody has yet; empty when all are given out. */
  Optional<Integer> take() {
    int number = given.getAndIncrement();
    return number < parts.size() ? Optional.of(number) : Optional.empty();
  }

  /** Opens a part to be loaded: lines that cannot be stored as they came are told. */
  PartReader open(int number, LineScanner scanner) throws IOException {
    return new PartReader(parts.get(number), number, scanner, listener::setAside);
  }

  /** Opens a part for a look at its first lines. */
  PartReader peek(int number, LineScanner scanner) throws IOException {
    return new PartReader(parts.get(number), number, scanner, line -> {});
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
    failure.compareAndSet(null, new Failure(parts.get(number), cause));
  }

  Optional<Failure> failure() {
    return Optional.ofNullable(failure.get());
  }
}
