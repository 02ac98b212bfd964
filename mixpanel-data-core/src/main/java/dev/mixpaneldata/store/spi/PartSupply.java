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
 * whole. Some may still be on their way; who asks for one of those waits. Thread-safe.
 */
public final class PartSupply {
  /** So few parts are all looked at; more would be waited for longer than they tell. */
  private static final int ALL_TELL = 3;

  /** Opening very many parts would take longer than reading lines. */
  private static final int MOST_IN_SAMPLE = 100;

  private final List<@Nullable Path> parts;
  private final Duration patience;
  private final TreeSet<Integer> ready = new TreeSet<>();
  private int left;
  private @Nullable MixpanelDataException failure;

  private PartSupply(int count, Duration patience) {
    this.parts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      parts.add(null);
    }
    this.left = count;
    this.patience = patience;
  }

  /** Parts that are all there. */
  public static PartSupply of(List<Path> parts) {
    PartSupply supply = new PartSupply(parts.size(), Duration.ZERO);
    for (int number = 0; number < parts.size(); number++) {
      supply.arrived(number, parts.get(number));
    }
    return supply;
  }

  /** Parts none of which is there yet. One that is waited for longer ends the load. */
  public static PartSupply arriving(int count, Duration patience) {
    return new PartSupply(count, patience);
  }

  /**
   * The numbers of the parts, of so many, by whose lines the columns of a new table are chosen: all
   * of few, else every second, the newest first. It depends on nothing else, so that a repeated
   * load makes the same columns.
   */
  public static List<Integer> sample(int count) {
    int stride = count <= ALL_TELL ? 1 : Math.max(2, (count + MOST_IN_SAMPLE - 1) / MOST_IN_SAMPLE);
    List<Integer> numbers = new ArrayList<>();
    for (int number = count - 1; number >= 0; number -= stride) {
      numbers.add(number);
    }
    return numbers;
  }

  /** How many parts there are in all. */
  public int count() {
    return parts.size();
  }

  /** The part has arrived. */
  public synchronized void arrived(int number, Path part) {
    parts.set(number, part);
    ready.add(number);
    notifyAll();
  }

  /** Ends the load: whoever waits, or asks from now on, gets this failure. */
  public synchronized void end(MixpanelDataException cause) {
    failure = cause;
    notifyAll();
  }

  /** The part of this number; waits for it. */
  public synchronized Path get(int number) {
    long start = System.nanoTime();
    Path part = parts.get(number);
    while (part == null) {
      waitSince(start);
      part = parts.get(number);
    }
    return part;
  }

  /** The number of a part that nobody has taken yet; waits for one; empty when all are taken. */
  public synchronized OptionalInt take() {
    long start = System.nanoTime();
    while (left > 0 && (ready.isEmpty() || failure != null)) {
      waitSince(start);
    }
    return poll();
  }

  /** As {@link #take()}, but empty where it would wait. */
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
              "Load it when it is there.");
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
