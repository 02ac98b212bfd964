package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import java.net.InetSocketAddress;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server at one address, which slow clients and those that vanish cost a connection each. */
public final class Listener implements AutoCloseable {
  private final Server server;
  private final ServerConnector connector;
  private final Arrivals arrivals;

  private Listener(Server server, ServerConnector connector, Arrivals arrivals) {
    this.server = server;
    this.connector = connector;
    this.arrivals = arrivals;
  }

  /**
   * How to listen.
   *
   * @param name begins the names of its threads
   * @param threads the greatest number of threads
   * @param where the address as errors name it
   * @param hint what to do if the address cannot be used
   */
  public record Terms(String name, int threads, HttpLimits limits, String where, String hint) {}

  /**
   * Starts to listen.
   *
   * @param handler gets requests when they have arrived whole
   * @throws MixpanelDataException {@code NETWORK_ERROR} if the address cannot be used
   */
  public static Listener start(InetSocketAddress address, Handler handler, Terms terms) {
    QueuedThreadPool threads = new QueuedThreadPool(terms.threads());
    threads.setName(terms.name());
    threads.setDaemon(true);
    Server server = new Server(threads);
    Arrivals arrivals = new Arrivals(terms.limits().arrival());
    server.setHandler(new WholeRequests(handler, arrivals));
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(address.getAddress().getHostAddress());
    connector.setPort(address.getPort());
    // Longer than between two pings, so that it ends streams whose clients have stopped reading.
    connector.setIdleTimeout(terms.limits().unread().toMillis());
    connector.addBean(arrivals);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(terms.limits().connections(), connector));
    try {
      server.start();
    } catch (Exception e) {
      throw new MixpanelDataException(
          ErrorCode.NETWORK_ERROR,
          "Cannot listen on " + terms.where() + ": " + e.getMessage() + ".",
          terms.hint(),
          e);
    }
    return new Listener(server, connector, arrivals);
  }

  /** Returns the port that it listens on. */
  public int port() {
    return connector.getLocalPort();
  }

  /** Waits until the server is stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    arrivals.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
  }
}
