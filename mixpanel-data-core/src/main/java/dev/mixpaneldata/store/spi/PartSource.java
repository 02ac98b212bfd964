package dev.mixpaneldata.store.spi;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The part files of a load, numbered in the order of their days: gzip files of JSON lines, each
 * whole. Some may still be on their way; a caller that asks for one of those waits. Thread-safe.
 */
public final class PartSource {
  /**
   * The greatest number of parts that are all sampled; with more, waiting for them costs more than
   * their lines are worth.
   */
  private static final int ALL_TELL = 3;

  /**
   * The greatest number of parts in a sample: opening very many would take longer than reading
   * their lines.
   */
  private static final int MOST_IN_SAMPLE = 100;

  private final List<@Nullable Path> parts;
  private final Duration patience;
  private final TreeSet<Integer> ready = new TreeSet<>();
  private int left;
  private @Nullable MixpanelDataException failure;

  private PartSource(int count, Duration patience) {
    this.parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(null);
    }
    this.left = count;
    this.patience = patience;
  }

  /** Creates a source of parts that have all arrived. */
  public static PartSource of(List<Path> parts) {
    PartSource supply = new PartSource(parts.size(), Duration.ZERO);
    for (int number = 0; number < parts.size(); number++) {
      supply.arrived(number, parts.get(number));
    }
    return supply;
  }

  /**
   * Creates a source of parts of which none has arrived. A part that takes longer than the patience
   * ends the load.
   */
  public static PartSource arriving(int count, Duration patience) {
    return new PartSource(count, patience);
  }

  /**
   * Returns the numbers of the parts, out of {@code count}, from whose lines the columns of a new
   * table are chosen: all if they are few, otherwise every second, the newest first. The choice
   * depends on nothing else, so that a repeated load makes the same columns.
   */
  public static List<Integer> sample(int count) {
    int stride = count <= ALL_TELL ? 1 : Math.max(2, (count + MOST_IN_SAMPLE - 1) / MOST_IN_SAMPLE);
    List<Integer> numbers = new ArrayList<>();
    for (int number = count - 1; number >= 0; number -= stride) {
      numbers.add(number);
    }
    return numbers;
  }

  /** Returns the number of all parts. */
  public int count() {
    return parts.size();
  }

  /** Records that the part has arrived. */
  public synchronized void arrived(int number, Path part) {
    parts.set(number, part);
    ready.add(number);
    notifyAll();
  }

  /** Ends the load: all callers that wait, or ask from now on, get this failure. */
  public synchronized void end(MixpanelDataException cause) {
    failure = cause;
    notifyAll();
  }

  /** Returns the part of this number; waits for it. */
  public synchronized Path get(int number) {
    long start = System.nanoTime();
    Path part = parts.get(number);
    while (part == null) {
      waitSince(start);
      part = parts.get(number);
    }
    return part;
  }

  /**
   * Returns the number of a part that nobody has taken yet, and waits for one. Empty when all are
   * taken.
   */
  public synchronized OptionalInt take() {
    long start = System.nanoTime();
    while (left > 0 && (ready.isEmpty() || failure != null)) {
      waitSince(start);
    }
    return poll();
  }

  /** Returns the result of {@link #take()}, but empty if it would wait. */
  public synchronized OptionalInt poll() {
    Integer number = ready.pollFirst();
    if (number == null) {
      return OptionalInt.empty();
    }
    left--;
    return OptionalInt.of(number);
  }

  private void waitSince(long start) {
    if (failure != null) {
      throw failure;
    }
    long rest = patience.toMillis() - (System.nanoTime() - start) / 1_000_000;
    if (rest <= 0) {
      failure =
          new MixpanelDataException(
              ErrorCode.TIMEOUT,
              "A part did not arrive within " + patience.toSeconds() + " s.",
              "Load it after it has arrived.");
      notifyAll();
      throw failure;
    }
    try {
      wait(rest);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new MixpanelDataException(
          ErrorCode.INTERRUPTED, "The load was stopped.", "Run it again.", e);
    }
  }
}
