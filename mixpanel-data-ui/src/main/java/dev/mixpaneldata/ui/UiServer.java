package dev.mixpaneldata.ui;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.http.Arrivals;
import dev.mixpaneldata.mcp.http.HttpLimits;
import dev.mixpaneldata.mcp.http.WholeRequests;
import java.net.InetAddress;
import java.net.URI;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * The server of the local page. It listens on the loopback address alone, and lets in browsers that
 * have opened {@link #address()}.
 */
public final class UiServer implements AutoCloseable {
  private static final int THREADS = 40;

  private final Server server;
  private final ServerConnector connector;
  private final Arrivals arrivals;
  private final Api api;
  private final Entrance entrance;

  private UiServer(
      Server server, ServerConnector connector, Arrivals arrivals, Api api, Entrance entrance) {
    this.server = server;
    this.connector = connector;
    this.arrivals = arrivals;
    this.api = api;
    this.entrance = entrance;
  }

  /**
   * Starts to listen.
   *
   * @throws MixpanelDataException {@code NETWORK_ERROR} if the port cannot be used
   */
  public static UiServer start(UiOptions options) {
    HttpLimits limits = HttpLimits.usual();
    QueuedThreadPool threads = new QueuedThreadPool(THREADS);
    threads.setName("mp-ui");
    threads.setDaemon(true);
    Server server = new Server(threads);
    Arrivals arrivals = new Arrivals(limits.arrival());
    Api api = new Api(options);
    Entrance entrance = new Entrance();
    server.setHandler(new WholeRequests(new Site(entrance, api), arrivals));
    HttpConfiguration configuration = new HttpConfiguration();
    configuration.setSendServerVersion(false);
    ServerConnector connector =
        new ServerConnector(server, new HttpConnectionFactory(configuration));
    connector.setHost(InetAddress.getLoopbackAddress().getHostAddress());
    connector.setPort(options.port());
    connector.setIdleTimeout(limits.unread().toMillis());
    connector.addBean(arrivals);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(limits.connections(), connector));
    try {
      server.start();
    } catch (Exception e) {
      throw new MixpanelDataException(
          ErrorCode.NETWORK_ERROR,
          "Cannot listen on port " + options.port() + ": " + e.getMessage() + ".",
          "Choose another port.",
          e);
    }
    return new UiServer(server, connector, arrivals, api, entrance);
  }

  /** Returns the address of the page, with the token that opens it. */
  public URI address() {
    return URI.create(
        "http://127.0.0.1:" + connector.getLocalPort() + "/?token=" + entrance.token());
  }

  /** Waits until the server is stopped. */
  public void join() throws InterruptedException {
    server.join();
  }

  @Override
  public void close() {
    api.close();
    arrivals.close();
    try {
      server.stop();
    } catch (Exception e) {
      throw new IllegalStateException("The server did not stop", e);
    }
  }
}
