package dev.mixpaneldata.testkit.fault;

import dev.mixpaneldata.testkit.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The script of faults. Each entry is spent on the requests that match it, oldest entry first, one
 * entry a request. Requests refused for their credentials or by a limit spend nothing. Requests to
 * unknown paths do, so that {@link Fault#status} can stand in for an endpoint. Safe for use from
 * many threads, also while requests are served.
 */
public final class Faults {

  private final List<Entry> entries = new ArrayList<>();

  /** Scripts a fault for the next request to a path. */
  public void next(String path, Fault fault) {
    next(path, 1, fault);
  }

  /** Scripts a fault for the next requests to a path, {@code times} of them. */
  public void next(String path, int times, Fault fault) {
    when(request -> request.path().equals(path), times, fault);
  }

  /** Scripts a fault for the next requests that match, {@code times} of them. */
  public synchronized void when(Predicate<Request> matching, int times, Fault fault) {
    entries.add(new Entry(matching, times, fault));
  }

  /** Scripts a fault for every request that matches, until {@link #clear()}. */
  public void always(Predicate<Request> matching, Fault fault) {
    when(matching, Integer.MAX_VALUE, fault);
  }

  /** Forgets all entries that are not spent. */
  public synchronized void clear() {
    entries.clear();
  }

  /** Returns whether everything scripted has happened; {@link #always} never has. */
  public synchronized boolean allSpent() {
    return entries.isEmpty();
  }

  /** Returns the fault that a request meets, and moves the script on. */
  public synchronized Optional<Fault> take(Request request) {
    for (Iterator<Entry> rest = entries.iterator(); rest.hasNext(); ) {
      Entry entry = rest.next();
      if (entry.matching.test(request)) {
        if (entry.left != Integer.MAX_VALUE) {
          entry.left--;
        }
        if (entry.left == 0) {
          rest.remove();
        }
        return Optional.of(entry.fault);
      }
    }
    return Optional.empty();
  }

  private static final class Entry {
    private final Predicate<Request> matching;
    private final Fault fault;
    private int left;

    Entry(Predicate<Request> matching, int left, Fault fault) {
      this.matching = matching;
      this.left = left;
      this.fault = fault;
    }
  }
}
