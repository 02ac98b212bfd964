package dev.mixpaneldata.testkit.fault;

import dev.mixpaneldata.testkit.http.Request;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The script of what goes wrong. Each entry is spent on the requests that match it, oldest entry
 * first, one entry a request. Requests refused for their credentials or by a limit spend nothing;
 * requests to paths where nothing answers do, so that {@link Fault#status} can stand in for an
 * endpoint. Safe for use from many threads, also while requests are served.
 */
public final class Faults {

  private final List<Entry> entries = new ArrayList<>();

  /** The next request to a path. */
  public void next(String path, Fault fault) {
    next(path, 1, fault);
  }

  /** The next so many requests to a path. */
  public void next(String path, int times, Fault fault) {
    when(request -> request.path().equals(path), times, fault);
  }

  /** The next so many requests that match. */
  public synchronized void when(Predicate<Request> matching, int times, Fault fault) {
    entries.add(new Entry(matching, times, fault));
  }

  /** Every request that matches, until {@link #clear()}. */
  public void always(Predicate<Request> matching, Fault fault) {
    when(matching, Integer.MAX_VALUE, fault);
  }

  /** Forgets what has not been spent. */
  public synchronized void clear() {
    entries.clear();
  }

  /** Whether everything scripted has happened; {@link #always} never has. */
  public synchronized boolean allSpent() {
    return entries.isEmpty();
  }

  /** The fault which a request meets; the script moves on. */
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
