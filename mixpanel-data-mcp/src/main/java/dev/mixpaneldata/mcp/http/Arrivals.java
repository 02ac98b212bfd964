package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.internal.DaemonThreads;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Request;

/**
 * A watch that closes connections that do not deliver a whole request in time. Idle timeouts alone
 * would keep those alive that send a byte now and then. Thread-safe.
 */
public final class Arrivals implements Connection.Listener, AutoCloseable {
  /** The pause between two checks; a connection may live this much longer than allowed. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Map<EndPoint, Long> deadlines = new ConcurrentHashMap<>();
  private final long allowedNanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mcp-http-arrivals"));

  /**
   * Starts a watch.
   *
   * @param allowed the time in which a whole request must arrive
   */
  public Arrivals(Duration allowed) {
    this.allowedNanos = allowed.toNanos();
    watch.scheduleWithFixedDelay(
        this::closeLate, LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  public void onOpened(Connection connection) {
    expect(connection.getEndPoint());
  }

  @Override
  public void onClosed(Connection connection) {
    deadlines.remove(connection.getEndPoint());
  }

  /**
   * Notes that the whole request is here; the wait for the next one starts when this one is
   * answered.
   */
  void arrived(Request request) {
    EndPoint endPoint = request.getConnectionMetaData().getConnection().getEndPoint();
    deadlines.remove(endPoint);
    Request.addCompletionListener(request, failure -> expect(endPoint));
  }

  private void expect(EndPoint endPoint) {
    if (endPoint.isOpen()) {
      deadlines.put(endPoint, System.nanoTime() + allowedNanos);
    }
  }

  private void closeLate() {
    long now = System.nanoTime();
    deadlines.forEach(
        (endPoint, deadline) -> {
          if (now - deadline > 0 && deadlines.remove(endPoint, deadline)) {
            endPoint.close();
          }
        });
  }

  @Override
  public void close() {
    watch.shutdownNow();
  }
}
