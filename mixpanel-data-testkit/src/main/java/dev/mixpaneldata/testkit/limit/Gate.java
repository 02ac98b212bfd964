package dev.mixpaneldata.testkit.limit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** A gate that counts one family's requests in sliding windows. Safe for use from many threads. */
public final class Gate {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final Limit limit;
  private final Clock clock;
  private final Deque<Instant> lastHour = new ArrayDeque<>();
  private int served;
  private int refused;
  private int running;
  private int highest;

  /** Creates a gate whose windows move with the clock. */
  public Gate(Limit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
  }

  /** Admits a request, to be followed by {@link #leave()}, or returns the reason of its refusal. */
  public synchronized Optional<Excess> enter() {
    Instant now = clock.instant();
    forgetBefore(now.minus(HOUR));
    int inSecond = since(now.minus(SECOND));
    if (running >= limit.concurrent()) {
      return refuse(Duration.ofSeconds(1), inSecond);
    }
    if (lastHour.size() >= limit.perHour()) {
      return refuse(Duration.between(now, lastHour.getFirst().plus(HOUR)), inSecond);
    }
    if (inSecond >= limit.perSecond()) {
      return refuse(SECOND, inSecond);
    }
    // Without bounds nothing is remembered, so that long benchmarks need little memory.
    if (!limit.equals(Limit.NONE)) {
      lastHour.addLast(now);
    }
    served++;
    running++;
    highest = Math.max(highest, running);
    return Optional.empty();
  }

  /** Ends a request that was admitted. */
  public synchronized void leave() {
    running--;
  }

  /** Returns the counters. */
  public synchronized Traffic traffic() {
    return new Traffic(served, refused, highest);
  }

  private Optional<Excess> refuse(Duration wait, int inSecond) {
    refused++;
    return Optional.of(new Excess(limit, running, lastHour.size(), inSecond, wait));
  }

  private void forgetBefore(Instant start) {
    while (!lastHour.isEmpty() && !lastHour.getFirst().isAfter(start)) {
      lastHour.removeFirst();
    }
  }

  private int since(Instant start) {
    return (int) lastHour.stream().filter(instant -> instant.isAfter(start)).count();
  }
}
