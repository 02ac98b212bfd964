package dev.mixpaneldata.quota;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * When calls of one budget began, oldest first, in milliseconds since 1970, and until when Mixpanel
 * said there shall be none.
 */
record CallTimes(List<Long> calls, long blockedUntil) {
  static final CallTimes NONE = new CallTimes(List.of(), 0);

  private static final String TITLE = "# When calls began, in milliseconds since 1970.\n";
  private static final String BLOCKED = "blocked ";

  /** Whether a call may begin, and if not, when and because of what. */
  record Verdict(boolean free, long nextFree, Wait.Reason reason) {}

  CallTimes {
    calls = List.copyOf(calls);
  }

  /**
   * Reads a ledger. A line that makes no sense is left out, so that damage costs the calls it hit
   * and no more; if that lets us call too often, Mixpanel's 429 sets it right. A time in the future
   * means that the clock was set back: it counts as now, so that no wait exceeds the window.
   */
  static CallTimes parse(String text, Budget budget, long now) {
    List<Long> calls = new ArrayList<>();
    long blockedUntil = 0;
    for (String line : text.split("\n")) {
      if (line.startsWith(BLOCKED)) {
        blockedUntil = number(line.substring(BLOCKED.length()));
      } else {
        calls.add(Math.min(now, number(line)));
      }
    }
    calls.sort(null);
    return new CallTimes(calls, Math.min(blockedUntil, now + longest(budget))).since(budget, now);
  }

  private static long number(String line) {
    return line.matches("[0-9]{1,18}") ? Long.parseLong(line) : 0;
  }

  /** Without the calls that no longer count. */
  CallTimes since(Budget budget, long now) {
    long start = now - longest(budget);
    return new CallTimes(calls.stream().filter(time -> time > start).toList(), blockedUntil);
  }

  String text() {
    String lines = calls.stream().map(time -> time + "\n").collect(Collectors.joining());
    return TITLE + lines + (blockedUntil > 0 ? BLOCKED + blockedUntil + "\n" : "");
  }

  CallTimes plus(long now) {
    List<Long> more = new ArrayList<>(calls);
    more.add(now);
    return new CallTimes(more, blockedUntil);
  }

  CallTimes blockedUntil(long until) {
    return new CallTimes(calls, Math.max(until, blockedUntil));
  }

  /** Whether a call may begin now. */
  Verdict verdict(Budget budget, long now) {
    long nextFree = blockedUntil;
    Wait.Reason reason = Wait.Reason.WINDOW;
    for (Budget.Limit limit : budget.limits()) {
      if (calls.size() >= limit.calls()) {
        long free = calls.get(calls.size() - limit.calls()) + span(limit.window());
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

  /** How many calls the budget's first limit leaves now. */
  int left(Budget budget, long now) {
    if (blockedUntil > now) {
      return 0;
    }
    Budget.Limit limit = budget.limits().get(0);
    long start = now - span(limit.window());
    long used = calls.stream().filter(time -> time > start).count();
    return (int) Math.max(0, limit.calls() - used);
  }

  private static long longest(Budget budget) {
    return budget.limits().stream().mapToLong(limit -> span(limit.window())).max().orElse(0);
  }

  /**
   * A window as we keep it: a little longer than Mixpanel's, which counts when calls arrive and not
   * when they leave us; the way there takes now more and now less time.
   */
  private static long span(Duration window) {
    return window.toMillis() + Math.max(200, Math.min(1000, window.toMillis() / 20));
  }
}
