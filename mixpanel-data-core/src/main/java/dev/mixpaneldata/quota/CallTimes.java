package dev.mixpaneldata.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The times at which the calls of one budget left, in milliseconds since 1970.
 *
 * @param calls the calls that left, oldest first
 * @param booked the calls that are about to leave, by id, with the time of their permit: connecting
 *     may take a second and more, and Mixpanel counts when calls arrive
 * @param blockedUntil the time until which Mixpanel accepts no calls, as it reported
 */
record CallTimes(List<Long> calls, Map<String, Long> booked, long blockedUntil) {
  static final CallTimes NONE = new CallTimes(List.of(), Map.of(), 0);

  private static final String TITLE = "# When calls left, in milliseconds since 1970.\n";
  private static final String BLOCKED = "blocked ";
  private static final String BOOKED = "booked ";

  /** The longest time to connect: an older booking belongs to a process that died. */
  private static final long LONGEST_BOOKING = Duration.ofMinutes(1).toMillis();

  /**
   * The greatest difference between the travel times of two calls to Mixpanel, beyond connecting.
   * Measured: docs/decisions/0004.
   */
  private static final long JITTER = 300;

  /** The answer to a caller: whether its call may begin and, if not, when and for what reason. */
  record Verdict(boolean free, long nextFree, Wait.Reason reason) {}

  CallTimes {
    calls = List.copyOf(calls);
    booked = Map.copyOf(booked);
  }

  /**
   * Reads a ledger. A line that makes no sense is left out, so that damage costs the calls it hit
   * and no more; if that lets us call too often, Mixpanel's 429 sets it right. A time in the future
   * means that the clock was set back: it counts as now, so that no wait exceeds the window.
   */
  static CallTimes parse(String text, Budget budget, long now) {
    List<Long> calls = new ArrayList<>();
    Map<String, Long> booked = new HashMap<>();
    long blockedUntil = 0;
    for (String line : text.split("\n")) {
      if (line.startsWith(BLOCKED)) {
        blockedUntil = number(line.substring(BLOCKED.length()));
      } else if (line.startsWith(BOOKED)) {
        String[] words = line.split(" ");
        long since = words.length == 3 ? Math.min(now, number(words[1])) : 0;
        if (since > now - LONGEST_BOOKING) {
          booked.put(words[2], since);
        } else {
          calls.add(since);
        }
      } else {
        calls.add(Math.min(now, number(line)));
      }
    }
    calls.sort(null);
    return new CallTimes(calls, booked, Math.min(blockedUntil, now + longest(budget)))
        .since(budget, now);
  }

  private static long number(String line) {
    return line.matches("[0-9]{1,18}") ? Long.parseLong(line) : 0;
  }

  /** Returns these times without the calls that no longer count. */
  CallTimes since(Budget budget, long now) {
    long start = now - longest(budget);
    return new CallTimes(
        calls.stream().filter(time -> time > start).toList(), booked, blockedUntil);
  }

  String text() {
    String lines = calls.stream().map(time -> time + "\n").collect(Collectors.joining());
    String open =
        booked.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(booking -> BOOKED + booking.getValue() + " " + booking.getKey() + "\n")
            .collect(Collectors.joining());
    return TITLE + lines + open + (blockedUntil > 0 ? BLOCKED + blockedUntil + "\n" : "");
  }

  /** Returns these times with a call that leaves now. */
  CallTimes plus(long now) {
    List<Long> more = new ArrayList<>(calls);
    more.add(now);
    return new CallTimes(more, booked, blockedUntil);
  }

  /** Returns these times with a call that is about to leave. */
  CallTimes booking(String id, long now) {
    Map<String, Long> more = new HashMap<>(booked);
    more.put(id, now);
    return new CallTimes(calls, more, blockedUntil);
  }

  /** Returns these times without a booking: its call has left, or never will. */
  CallTimes without(String id) {
    Map<String, Long> fewer = new HashMap<>(booked);
    fewer.remove(id);
    return new CallTimes(calls, fewer, blockedUntil);
  }

  CallTimes blockedUntil(long until) {
    return new CallTimes(calls, booked, Math.max(until, blockedUntil));
  }

  /**
   * Returns whether a call may begin now. A booked call may leave at any moment, so it counts as
   * now.
   */
  Verdict verdict(Budget budget, long now) {
    List<Long> all = new ArrayList<>(calls);
    all.addAll(Collections.nCopies(booked.size(), now));
    long nextFree = blockedUntil;
    Wait.Reason reason = Wait.Reason.WINDOW;
    for (Budget.Limit limit : budget.limits()) {
      if (all.size() >= limit.calls()) {
        long free = all.get(all.size() - limit.calls()) + span(limit.window());
        if (free > nextFree) {
          nextFree = free;
          reason =
              limit.window().compareTo(Duration.ofSeconds(1)) <= 0
                  ? Wait.Reason.SECOND
                  : Wait.Reason.WINDOW;
        }
      }
    }
    return new Verdict(nextFree <= now, Math.max(nextFree, now), reason);
  }

  /** Returns the number of calls that the budget's first limit leaves now. */
  int left(Budget budget, long now) {
    if (blockedUntil > now) {
      return 0;
    }
    Budget.Limit limit = budget.limits().get(0);
    long start = now - span(limit.window());
    long used = calls.stream().filter(time -> time > start).count();
    return (int) Math.max(0, limit.calls() - used - booked.size());
  }

  private static long longest(Budget budget) {
    return budget.limits().stream().mapToLong(limit -> span(limit.window())).max().orElse(0);
  }

  /**
   * Returns a window as it is kept here: a little longer than Mixpanel's, which counts calls when
   * they arrive and not when they leave.
   */
  private static long span(Duration window) {
    return window.toMillis() + Math.max(JITTER, Math.min(1000, window.toMillis() / 20));
  }
}
