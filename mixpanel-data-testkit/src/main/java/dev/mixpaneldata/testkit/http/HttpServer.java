package dev.mixpaneldata.testkit.http;

import dev.mixpaneldata.internal.DaemonThreads;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;

/**
 * An HTTP/1.1 server on a free port of 127.0.0.1, with a daemon thread for each connection. Written
 * by hand because the JDK's own server can neither reset a connection nor break its framing. The
 * handler is called from many threads.
 */
public final class HttpServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final ServerSocket listener;
  private final Function<Request, Reply> handler;
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads =
      Executors.newCachedThreadPool(DaemonThreads.named("fake-mixpanel"));

  private HttpServer(ServerSocket listener, Function<Request, Reply> handler) {
    this.listener = listener;
    this.handler = handler;
  }

  /** Starts a server that answers until it is closed. */
  public static HttpServer start(Function<Request, Reply> handler) {
    try {
      // Closed by the server that it becomes part of.
      @SuppressWarnings("resource")
      ServerSocket listener = new ServerSocket();
      listener.bind(
          new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), BACKLOG);
      HttpServer server = new HttpServer(listener, handler);
      server.threads.execute(server::accept);
      return server;
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Returns the origin, such as {@code http://127.0.0.1:40123}, without a slash at its end. */
  public URI origin() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** Breaks every open connection and frees the port. */
  @Override
  public void close() {
    closing.countDown();
    closeQuietly(listener);
    open.forEach(HttpServer::closeQuietly);
    threads.shutdownNow();
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        serve(listener.accept());
      } catch (IOException closed) {
        // Only a closed listener ends the loop.
      }
    }
  }

  private void serve(Socket socket) {
    open.add(socket);
    // A listener still accepts for a moment while it closes; no other code would close this
    // connection.
    if (closing.getCount() == 0) {
      closeQuietly(socket);
      return;
    }
    Connection connection = new Connection(socket, handler, closing);
    try {
      threads.execute(
          () -> {
            connection.run();
            open.remove(socket);
          });
    } catch (RejectedExecutionException closed) {
      closeQuietly(socket);
    }
  }

  private static void closeQuietly(AutoCloseable closeable) {
    try {
      closeable.close();
    } catch (Exception alreadyBroken) {
      // The connection is closed, as intended.
    }
  }
}
