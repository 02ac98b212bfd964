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
 * Closes connections that do not bring a whole request in time. Idle timeouts alone would let those
 * live that send a byte now and then. Thread-safe.
 */
final class Arrivals implements Connection.Listener, AutoCloseable {
  /** How often to look; connections may live as much longer than allowed. */
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Map<EndPoint, Long> deadlines = new ConcurrentHashMap<>();
  private final long allowedNanos;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(DaemonThreads.named("mcp-http-arrivals"));

  Arrivals(Duration allowed) {
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

  /** The request is here whole; the next one is waited for when this one is answered. */
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
