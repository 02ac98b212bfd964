package dev.mixpaneldata.mcp.http;

import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.sdk.SdkServer;
import dev.mixpaneldata.mcp.toolbox.Toolbox;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.server.McpTransportContextExtractor;
import io.modelcontextprotocol.server.transport.HttpServletSseServerTransportProvider;
import io.modelcontextprotocol.server.transport.HttpServletStatelessServerTransport;
import io.modelcontextprotocol.server.transport.HttpServletStreamableServerTransportProvider;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import io.modelcontextprotocol.spec.McpStatelessServerTransport;
import io.modelcontextprotocol.spec.McpStreamableServerTransportProvider;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.EnumSet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;

/**
 * The listener for HTTP clients: {@code /mcp} speaks streamable HTTP, {@code /sse} with {@code
 * /messages/} the transport before it, and {@code /health} says that the server runs. Every request
 * passes {@link GuardFilter} first.
 */
public final class HttpFront implements AutoCloseable {
  static final String MCP = "/mcp";
  static final String SSE = "/sse";
  static final String MESSAGES = "/messages/";

  /** The greatest size of a message, in bytes. */
  static final int LONGEST_MESSAGE = 4 * 1024 * 1024;

  /**
   * The number of threads. A call holds its thread until it is answered: two for each of a hundred
   * sessions.
   */
  private static final int THREADS = 220;

  /** The pause between two pings of listening clients; a missing answer ends the stream. */
  private static final Duration PING = Duration.ofSeconds(30);

  private final Listener listener;
  private final HttpSessions sessions;

  private HttpFront(Listener listener, HttpSessions sessions) {
    this.listener = listener;
    this.sessions = sessions;
  }

  /** The protocol that serves a transport. */
  public interface Protocol {
    /** Serves streamable HTTP. */
    void serve(McpStreamableServerTransportProvider transport);

    /** Serves the older transport. */
    void serve(McpServerTransportProvider transport);

    /** Serves requests without a session. */
    void serve(McpStatelessServerTransport transport);

    /** Returns the protocol that serves tools. */
    static Protocol of(Toolbox toolbox, RunningCalls calls) {
      return new Protocol() {
        @Override
        public void serve(McpStreamableServerTransportProvider transport) {
          SdkServer.serve(transport, toolbox, calls);
        }

        @Override
        public void serve(McpServerTransportProvider transport) {
          SdkServer.serve(transport, toolbox, calls);
        }

        @Override
        public void serve(McpStatelessServerTransport transport) {
          SdkServer.serve(transport, toolbox, calls);
        }
      };
    }
  }

  /** Starts to listen. */
  public static HttpFront start(
      InetSocketAddress address,
      HttpLimits limits,
      HttpIdentities identities,
      RunningCalls calls,
      Protocol protocol) {
    if (address.isUnresolved()) {
      throw MixpanelDataException.invalidArgument(
          "The address '" + address.getHostString() + "' is unknown.",
          "Give a name or number of this machine with --host.");
    }
    HttpSessions sessions = new HttpSessions(calls, identities.clock());
    boolean open = !address.getAddress().isLoopbackAddress();
    HttpServletStatelessServerTransport single = single();
    protocol.serve(single);
    GuardFilter guard = new GuardFilter(identities, sessions, calls, single, open);
    ServletContextHandler context = new ServletContextHandler("/");
    FilterHolder filter = new FilterHolder(guard);
    filter.setAsyncSupported(true);
    context.addFilter(filter, "/*", EnumSet.of(DispatcherType.REQUEST));
    HttpServletStreamableServerTransportProvider streamable = streamable();
    protocol.serve(streamable);
    context.addServlet(async(streamable), MCP);
    HttpServletSseServerTransportProvider sse = sse();
    protocol.serve(sse);
    context.addServlet(async(sse), SSE);
    context.addServlet(async(sse), MESSAGES + "*");
    Listener listener =
        Listener.start(
            address,
            context,
            new Listener.Terms(
                "mcp-http",
                THREADS,
                limits,
                address.getHostString() + ":" + address.getPort(),
                "Choose another port with --port."));
    return new HttpFront(listener, sessions);
  }

  private static HttpServletStreamableServerTransportProvider streamable() {
    return HttpServletStreamableServerTransportProvider.builder()
        .jsonMapper(SdkJson.MAPPER)
        .mcpEndpoint(MCP)
        .maxRequestSize(LONGEST_MESSAGE)
        .contextExtractor(context())
        .keepAliveInterval(PING)
        .sessionSweepInterval(HttpSessions.IDLE)
        .build();
  }

  private static HttpServletStatelessServerTransport single() {
    return HttpServletStatelessServerTransport.builder()
        .jsonMapper(SdkJson.MAPPER)
        .messageEndpoint(MCP)
        .maxRequestSize(LONGEST_MESSAGE)
        .contextExtractor(context())
        .build();
  }

  private static HttpServletSseServerTransportProvider sse() {
    return HttpServletSseServerTransportProvider.builder()
        .jsonMapper(SdkJson.MAPPER)
        .sseEndpoint(SSE)
        .messageEndpoint(MESSAGES)
        .maxRequestSize(LONGEST_MESSAGE)
        .contextExtractor(context())
        .keepAliveInterval(PING)
        .build();
  }

  private static McpTransportContextExtractor<HttpServletRequest> context() {
    return request ->
        request.getAttribute(GuardFilter.CONTEXT) instanceof McpTransportContext context
            ? context
            : McpTransportContext.EMPTY;
  }

  private static ServletHolder async(jakarta.servlet.Servlet servlet) {
    ServletHolder holder = new ServletHolder(servlet);
    holder.setAsyncSupported(true);
    return holder;
  }

  /** Returns the port that it listens on. */
  public int port() {
    return listener.port();
  }

  /** Returns the number of sessions. */
  public int sessionCount() {
    return sessions.size();
  }

  /** Waits until the server is stopped. */
  public void join() throws InterruptedException {
    listener.join();
  }

  @Override
  public void close() {
    sessions.close();
    listener.close();
  }
}
