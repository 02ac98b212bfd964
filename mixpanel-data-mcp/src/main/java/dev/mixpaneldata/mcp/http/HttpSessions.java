package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.internal.DaemonThreads;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.session.Session;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The sessions of HTTP clients. Each belongs to the identity that began it; for all others it does
 * not exist. Sessions that are idle for half an hour are ended. Thread-safe.
 */
final class HttpSessions implements AutoCloseable {
  /** The time that a session may be silent. */
  static final Duration IDLE = Duration.ofMinutes(30);

  /** The silence after which a session gives way to a new one if there are too many. */
  static final Duration GONE = Duration.ofMinutes(1);

  /** The most sessions at a time of the owner and of accepted credentials. */
  static final int MOST = 100;

  /**
   * The most further sessions whose credentials may be made up, so that they take no place of
   * others.
   */
  static final int MOST_OF_STRANGERS = 20;

  /** The most running requests of such a session: all together far fewer than there are threads. */
  private static final int MOST_REQUESTS_OF_STRANGERS = 6;

  private final Map<String, Entry> entries = new ConcurrentHashMap<>();
  private final RunningCalls calls;
  private final Clock clock;
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mcp-session-sweeper"));

  HttpSessions(RunningCalls calls, Clock clock) {
    this.calls = calls;
    this.clock = clock;
    sweeper.scheduleWithFixedDelay(this::sweep, 1, 1, TimeUnit.MINUTES);
  }

  private static final class Entry {
    private final Session session;
    private final String identity;
    private final BooleanSupplier stranger;
    private final AtomicInteger requests = new AtomicInteger();
    private volatile Instant used;

    Entry(Session session, String identity, BooleanSupplier stranger, Instant used) {
      this.session = session;
      this.identity = identity;
      this.stranger = stranger;
      this.used = used;
    }

    /** Returns whether nothing runs or listens, and nothing has arrived since {@code limit}. */
    boolean isSilentSince(Instant limit) {
      return requests.get() <= 0 && used.isBefore(limit);
    }
  }

  /**
   * Returns whether one more session may begin. If there are too many, the one that has been silent
   * longest gives way, if that is long enough: most likely its client is gone. A session with
   * unproven credentials gives way to another such session at once, so that a client with true
   * credentials gets in among made-up ones.
   */
  boolean makeRoom(boolean stranger) {
    int most = stranger ? MOST_OF_STRANGERS : MOST;
    if (count(stranger) < most) {
      return true;
    }
    Instant now = clock.instant();
    Instant limit = stranger ? now.plusMillis(1) : now.minus(GONE);
    entries.entrySet().stream()
        .filter(e -> e.getValue().stranger.getAsBoolean() == stranger)
        .filter(e -> e.getValue().isSilentSince(limit))
        .min(Comparator.comparing(e -> e.getValue().used))
        .ifPresent(e -> end(e.getKey()));
    return count(stranger) < most;
  }

  private long count(boolean stranger) {
    return entries.values().stream().filter(e -> e.stranger.getAsBoolean() == stranger).count();
  }

  int size() {
    return entries.size();
  }

  /**
   * Begins a session that belongs to an identity.
   *
   * @param stranger whether the session's credentials may be made up, as known now
   */
  void begin(String id, Session session, String identity, BooleanSupplier stranger) {
    entries.put(id, new Entry(session, identity, stranger, clock.instant()));
  }

  /** Returns the session of this id, if it belongs to this identity. */
  Optional<Session> find(String id, String identity) {
    Entry entry = entries.get(id);
    if (entry == null || !entry.identity.equals(identity)) {
      return Optional.empty();
    }
    entry.used = clock.instant();
    return Optional.of(entry.session);
  }

  /**
   * Notes that a request of the session runs, so that the session is not idle, however long that
   * takes. Returns false if too many run already; {@link #leave} follows in either case.
   */
  boolean enter(String id) {
    Entry entry = entries.get(id);
    return entry == null
        || entry.requests.incrementAndGet() <= MOST_REQUESTS_OF_STRANGERS
        || !entry.stranger.getAsBoolean();
  }

  void leave(String id) {
    Entry entry = entries.get(id);
    if (entry != null) {
      entry.requests.decrementAndGet();
      entry.used = clock.instant();
    }
  }

  /** Ends a session: its calls are interrupted, and its kept answers are deleted. */
  void end(String id) {
    Entry entry = entries.remove(id);
    if (entry != null) {
      calls.cancelAll(id);
      entry.session.close();
    }
  }

  /** Ends the sessions that have been idle for too long. */
  void sweep() {
    Instant limit = clock.instant().minus(IDLE);
    entries.forEach(
        (id, entry) -> {
          if (entry.isSilentSince(limit)) {
            end(id);
          }
        });
  }

  @Override
  public void close() {
    sweeper.shutdownNow();
    entries.keySet().forEach(this::end);
  }
}
