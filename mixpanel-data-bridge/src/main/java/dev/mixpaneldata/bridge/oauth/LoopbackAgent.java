package dev.mixpaneldata.bridge.oauth;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.DaemonThreads;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/**
 * Opens the user's browser and waits for it on this machine. The redirect address says {@code
 * localhost}, which is what Mixpanel takes; the listener is bound to the loopback addresses alone.
 */
public final class LoopbackAgent implements AuthorizationAgent {
  /** Those of Mixpanel's own client, so that a firewall or an administrator knows them. */
  private static final List<Integer> PORTS = List.of(19284, 19285, 19286, 19287);

  private static final String PATH = "/callback";

  private final Consumer<URI> browser;
  private final Duration patience;

  /**
   * @param browser opens the vendor's page
   * @param patience how long the user may take
   */
  public LoopbackAgent(Consumer<URI> browser, Duration patience) {
    this.browser = browser;
    this.patience = patience;
  }

  @Override
  public Visit prepare(Optional<String> registered) {
    List<Integer> ports = new ArrayList<>(PORTS);
    registered
        .map(address -> URI.create(address).getPort())
        .filter(PORTS::contains)
        .ifPresent(
            port -> {
              ports.remove(port);
              ports.add(0, port);
            });
    for (int port : ports) {
      try {
        return new Listener(port);
      } catch (IOException taken) {
        // The next one may be free.
      }
    }
    throw new MixpanelDataException(
        ErrorCode.NETWORK_ERROR,
        "The ports 19284 to 19287 of this machine are all taken.",
        "Another sign-in may be waiting; end it, or sign in by hand without a browser here.");
  }

  private final class Listener implements Visit {
    private final int port;
    private final List<HttpServer> servers = new ArrayList<>();
    private final CompletableFuture<Map<String, String>> answer = new CompletableFuture<>();
    private volatile String state = "";

    Listener(int port) throws IOException {
      this.port = port;
      listen(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}));
      byte[] six = new byte[16];
      six[15] = 1;
      try {
        listen(InetAddress.getByAddress("localhost", six));
      } catch (IOException noIpv6) {
        // A machine without IPv6 sends its browser to 127.0.0.1.
      }
    }

    private void listen(InetAddress address) throws IOException {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, port), 0);
      server.createContext("/", this::handle);
      server.setExecutor(Executors.newCachedThreadPool(DaemonThreads.named("bridge-callback")));
      server.start();
      servers.add(server);
    }

    @Override
    public String redirectUri() {
      return "http://localhost:" + port + PATH;
    }

    @Override
    public Map<String, String> authorize(URI address, String expected) {
      state = expected;
      browser.accept(address);
      try {
        return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new MixpanelDataException(ErrorCode.INTERRUPTED, "The sign-in was stopped.", null, e);
      } catch (TimeoutException e) {
        throw new MixpanelDataException(
            ErrorCode.TIMEOUT,
            "Nobody finished the sign-in within " + patience.toMinutes() + " minutes.",
            "Connect again; on a machine without a browser, sign in by hand.",
            e);
      } catch (ExecutionException e) {
        throw new IllegalStateException("Answers do not fail", e);
      }
    }

    /** Takes the answer of this sign-in and shows a page without a script and without its words. */
    private void handle(HttpExchange exchange) throws IOException {
      Map<String, String> parameters =
          RedirectParameters.ofQuery(String.valueOf(exchange.getRequestURI().getRawQuery()));
      boolean ours =
          exchange.getRequestURI().getPath().equals(PATH)
              && exchange.getRequestMethod().equals("GET")
              && !state.isEmpty()
              && state.equals(parameters.get("state"));
      boolean granted = ours && parameters.containsKey("code");
      byte[] page = SignInPage.of(ours, granted).getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
      exchange
          .getResponseHeaders()
          .set("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'");
      exchange.sendResponseHeaders(ours ? 200 : 404, page.length);
      try (OutputStream body = exchange.getResponseBody()) {
        body.write(page);
      }
      if (ours) {
        answer.complete(parameters);
      }
    }

    @Override
    public void close() {
      servers.forEach(server -> server.stop(0));
    }
  }
}
