package dev.mixpaneldata.storage.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a user's passages through a funnel (pages on advanced funnels and their questions). The
 * first event of the first step in the range is the entry, and the window runs from it. Each
 * further step is taken by the earliest event that is not used yet, at most {@link #GRACE_MILLIS}
 * before the step before it and at most the window after the entry.
 *
 * @param steps how many steps there are
 * @param window the conversion window in milliseconds, its end included
 */
record FunnelMatcher(int steps, long window, boolean anyOrder, List<Ban> bans) {
  /** Events this near to each other count as simultaneous, in whichever order they were sent. */
  static final long GRACE_MILLIS = 2000;

  /**
   * An exclusion.
   *
   * @param bit its bit in the masks
   * @param from the step after which it counts, from 0
   * @param to the step before which it counts
   */
  record Ban(int bit, int from, int to) {}

  /** All passages that a user begins from {@code from} on and before {@code to}, one by one. */
  List<Passage> all(UserPath path, long from, long to, IntPredicate mayEnter) {
    List<Passage> passages = new ArrayList<>();
    long earliest = from;
    for (Passage next = first(path, earliest, to, mayEnter);
        next != null;
        next = first(path, earliest, to, mayEnter)) {
      passages.add(next);
      earliest = next.left() + 1;
    }
    return passages;
  }

  /** The one passage that a user counts with who counts once. */
  @Nullable Passage first(UserPath path, long from, long to, IntPredicate mayEnter) {
    @Nullable Passage best = null;
    for (int i = start(path, from); i < path.length() && path.times()[i] < to; i++) {
      if (!begins(path, i) || !mayEnter.test(i)) {
        continue;
      }
      Passage passage = anyOrder ? inAnyOrder(path, i) : inOrder(path, i);
      if (!anyOrder) {
        return passage;
      }
      // In any order, the window with most steps counts, and the first of these.
      if (passage.reached().length > (best == null ? 0 : best.reached().length)) {
        best = passage;
      }
    }
    return best;
  }

  private boolean begins(UserPath path, int event) {
    return anyOrder ? (path.masks()[event] & ((1L << steps) - 1)) != 0 : path.is(event, 0);
  }

  private Passage inOrder(UserPath path, int entry) {
    int[] taken = new int[steps];
    taken[0] = entry;
    long start = path.times()[entry];
    int count = 1;
    while (count < steps) {
      int next = next(path, taken, count, path.times()[taken[count - 1]] - GRACE_MILLIS);
      if (next < 0) {
        break;
      }
      taken[count++] = next;
    }
    long left = count == steps ? path.times()[taken[count - 1]] : start + window;
    for (Ban ban : bans) {
      int hit = hit(path, taken, count, ban);
      if (hit >= 0) {
        left = Math.min(left, path.times()[hit]);
        count = Math.min(count, lost(path, taken, count, ban, path.times()[hit]));
      }
    }
    long[] reached = new long[count];
    for (int i = 0; i < count; i++) {
      reached[i] = path.times()[taken[i]];
    }
    return new Passage(reached, Math.max(left, start));
  }

  /** The first excluded event that puts the user out, or -1. */
  private int hit(UserPath path, int[] taken, int count, Ban ban) {
    if (ban.from() >= count) {
      return -1;
    }
    long after = path.times()[taken[ban.from()]] + GRACE_MILLIS;
    for (int i = start(path, after + 1); i < path.length(); i++) {
      if (path.is(i, ban.bit()) && !contains(taken, count, i)) {
        boolean beforeStep = lost(path, taken, count, ban, path.times()[i]) < count;
        if (beforeStep || waits(path, taken, count, ban, path.times()[i])) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first guarded step that comes after the excluded event, or {@code count}. */
  private static int lost(UserPath path, int[] taken, int count, Ban ban, long time) {
    for (int step = ban.from() + 1; step <= ban.to() && step < count; step++) {
      if (path.times()[taken[step]] - time > GRACE_MILLIS) {
        return step;
      }
    }
    return count;
  }

  /** Whether the user was still waiting for a guarded step. */
  private boolean waits(UserPath path, int[] taken, int count, Ban ban, long time) {
    return count < steps
        && count <= ban.to()
        && time > path.times()[taken[count - 1]]
        && time <= path.times()[taken[0]] + window;
  }

  private int next(UserPath path, int[] taken, int step, long earliest) {
    long latest = path.times()[taken[0]] + window;
    for (int i = start(path, earliest); i < path.length() && path.times()[i] <= latest; i++) {
      if (path.is(i, step) && path.holds(i, taken[0]) && !contains(taken, step, i)) {
        return i;
      }
    }
    return -1;
  }

  private Passage inAnyOrder(UserPath path, int entry) {
    int[] taken = new int[steps];
    Arrays.fill(taken, -1);
    long start = path.times()[entry];
    int done = 0;
    for (int i = entry;
        i < path.length() && path.times()[i] <= start + window && done < steps;
        i++) {
      int step = firstOpen(path, taken, i);
      if (step >= 0 && path.holds(i, entry)) {
        taken[step] = i;
        done++;
      }
    }
    int count = 0;
    while (count < steps && taken[count] >= 0) {
      count++;
    }
    long[] reached = new long[count];
    long latest = start;
    for (int i = 0; i < count; i++) {
      // A step is reached when it and those before it are all done.
      latest = Math.max(latest, path.times()[taken[i]]);
      reached[i] = i == 0 ? start : latest;
    }
    return new Passage(reached, count == steps ? latest : start + window);
  }

  private int firstOpen(UserPath path, int[] taken, int event) {
    for (int step = 0; step < steps; step++) {
      if (taken[step] < 0 && path.is(event, step)) {
        return step;
      }
    }
    return -1;
  }

  /** The first event at this time or later. */
  private static int start(UserPath path, long time) {
    int low = 0;
    int high = path.length();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (path.times()[middle] < time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private static boolean contains(int[] events, int length, int event) {
    for (int i = 0; i < length; i++) {
      if (events[i] == event) {
        return true;
      }
    }
    return false;
  }
}
