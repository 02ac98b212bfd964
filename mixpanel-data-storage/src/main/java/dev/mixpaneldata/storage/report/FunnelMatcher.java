package dev.mixpaneldata.storage.report;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds a user's passages through a funnel (pages on advanced funnels and their questions). The
 * first event of the first step in the range is the entry, and the window runs from it. Each
 * further step takes the earliest unused event, at most {@link #GRACE_MILLIS} before the step
 * before it and at most the window after the entry.
 *
 * @param steps the number of steps
 * @param window the conversion window in milliseconds, its end included
 */
record FunnelMatcher(int steps, long window, boolean anyOrder, List<Ban> bans)
    implements Serializable {
  /**
   * The greatest distance of events that count as simultaneous, in whichever order they were sent.
   */
  static final long GRACE_MILLIS = 2000;

  /**
   * An exclusion.
   *
   * @param bit its bit in the masks
   * @param from the step after which it counts, from 0
   * @param to the step before which it counts
   */
  record Ban(int bit, int from, int to) implements Serializable {}

  /**
   * Returns all passages that a user begins from {@code from} on and before {@code to}, one by one.
   */
  List<Passage> all(UserPath path, long from, long to, IntPredicate mayEnter) {
    List<Passage> passages = new ArrayList<>();
    if (anyOrder) {
      takeApart(attempts(path, from, to, mayEnter), from, Long.MAX_VALUE, passages);
      return passages;
    }
    int entry = entry(path, from, to, mayEnter);
    while (entry >= 0) {
      Passage passage = inOrder(path, entry);
      passages.add(passage);
      entry = entry(path, passage.left() + 1, to, mayEnter);
    }
    return passages;
  }

  /**
   * Returns the one passage of a user who counts once: the first. In any order, it is the one with
   * most steps, and the first of these.
   */
  @Nullable Passage first(UserPath path, long from, long to, IntPredicate mayEnter) {
    if (anyOrder) {
      return longest(attempts(path, from, to, mayEnter), from, Long.MAX_VALUE);
    }
    int entry = entry(path, from, to, mayEnter);
    return entry < 0 ? null : inOrder(path, entry);
  }

  private int entry(UserPath path, long from, long to, IntPredicate mayEnter) {
    for (int i = start(path, from); i < path.length() && path.times()[i] < to; i++) {
      if (path.is(i, 0) && mayEnter.test(i)) {
        return i;
      }
    }
    return -1;
  }

  /** Returns the passage from each event that a passage in any order could begin with. */
  private List<Passage> attempts(UserPath path, long from, long to, IntPredicate mayEnter) {
    List<Passage> attempts = new ArrayList<>();
    long anyStep = (1L << steps) - 1;
    for (int i = start(path, from); i < path.length() && path.times()[i] < to; i++) {
      if ((path.masks()[i] & anyStep) != 0 && mayEnter.test(i)) {
        Passage attempt = inAnyOrder(path, i);
        if (attempt.reached().length > 0) {
          attempts.add(attempt);
        }
      }
    }
    return attempts;
  }

  /**
   * Collects passages that do not overlap: the longest, and then those that end before it begins
   * and those that begin after its end.
   */
  private void takeApart(
      List<Passage> attempts, long earliest, long before, List<Passage> passages) {
    long from = earliest;
    for (Passage longest = longest(attempts, from, before);
        longest != null;
        longest = longest(attempts, from, before)) {
      takeApart(attempts, from, longest.entered(), passages);
      passages.add(longest);
      from = longest.left() + 1;
    }
  }

  /** Returns, of the attempts that lie between these times, the one with most steps. */
  private @Nullable Passage longest(List<Passage> attempts, long from, long before) {
    @Nullable Passage longest = null;
    for (Passage attempt : attempts) {
      if (attempt.entered() >= before) {
        break;
      }
      if (attempt.entered() >= from
          && attempt.left() < before
          && (longest == null || attempt.reached().length > longest.reached().length)) {
        longest = attempt;
        if (attempt.reached().length == steps) {
          break;
        }
      }
    }
    return longest;
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

  /** Returns the first excluded event that puts the user out, or -1. */
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

  /** Returns the first guarded step that comes after the excluded event, or {@code count}. */
  private static int lost(UserPath path, int[] taken, int count, Ban ban, long time) {
    for (int step = ban.from() + 1; step <= ban.to() && step < count; step++) {
      if (path.times()[taken[step]] - time > GRACE_MILLIS) {
        return step;
      }
    }
    return count;
  }

  /** Returns whether the user was still waiting for a guarded step. */
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

  /** Returns the first event at this time or later. */
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
