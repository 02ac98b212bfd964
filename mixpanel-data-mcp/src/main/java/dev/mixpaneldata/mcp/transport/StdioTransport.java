package dev.mixpaneldata.mcp.transport;

import dev.mixpaneldata.mcp.sdk.CallContext;
import dev.mixpaneldata.mcp.sdk.CallKey;
import dev.mixpaneldata.mcp.sdk.MessageValidator;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.sdk.SdkJson;
import dev.mixpaneldata.mcp.session.Session;
import io.modelcontextprotocol.common.McpTransportContext;
import io.modelcontextprotocol.json.TypeRef;
import io.modelcontextprotocol.spec.McpSchema;
import io.modelcontextprotocol.spec.McpServerSession;
import io.modelcontextprotocol.spec.McpServerTransport;
import io.modelcontextprotocol.spec.McpServerTransportProvider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

/**
 * A transport for one client over a pair of streams, a JSON message a line. Unlike the SDK's own it
 * survives blank and malformed lines, honours {@code notifications/cancelled}, and delivers the
 * answers in flight when the input ends.
 */
public final class StdioTransport implements McpServerTransportProvider {
  private static final Logger LOG = LoggerFactory.getLogger(StdioTransport.class);

  /** The name of the only connection. */
  private static final String CONNECTION = "stdio";

  /** The longest wait for answers in flight after the end of the input. */
  private static final Duration FAREWELL = Duration.ofSeconds(10);

  /** The time in which calls that were given up may clean up. */
  private static final Duration GIVING_UP = Duration.ofSeconds(2);

  private final LineReader lines;
  private final OutputStream output;
  private final Session session;
  private final RunningCalls calls;
  private final Phaser inFlight = new Phaser(1);
  private @Nullable McpServerSession protocol;
  private boolean greeted;
  private boolean ready;

  /** Creates a transport between these streams for a session. */
  public StdioTransport(
      InputStream input, OutputStream output, Session session, RunningCalls calls) {
    this.lines = new LineReader(input);
    this.output = output;
    this.session = session;
    this.calls = calls;
  }

  @Override
  public void setSessionFactory(McpServerSession.Factory factory) {
    protocol = factory.create(new Output());
  }

  /** Serves until the input ends; returns when all answers in flight are sent or given up. */
  public void run() {
    try {
      for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
        receive(line);
      }
    } catch (IOException e) {
      LOG.warn("The input broke: {}", e.toString());
    }
    try {
      int phase = inFlight.arrive();
      inFlight.awaitAdvanceInterruptibly(phase, FAREWELL.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      LOG.debug("Calls still run after the input has ended; they are abandoned");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    calls.cancelAll(CONNECTION);
    calls.awaitEnd(GIVING_UP);
  }

  private void receive(LineReader.Line line) {
    if (line.tooLong()) {
      refuse(McpSchema.ErrorCodes.INVALID_REQUEST, "The message is too long");
      return;
    }
    if (line.text().isBlank()) {
      return;
    }
    McpSchema.JSONRPCMessage message;
    try {
      message = McpSchema.deserializeJsonRpcMessage(SdkJson.MAPPER, line.text());
    } catch (IOException malformed) {
      refuse(McpSchema.ErrorCodes.PARSE_ERROR, "The line is not JSON");
      return;
    } catch (RuntimeException unknown) {
      refuse(McpSchema.ErrorCodes.INVALID_REQUEST, "The line is not a JSON-RPC message");
      return;
    }
    Optional<McpSchema.JSONRPCResponse> fault = MessageValidator.fault(message);
    if (fault.isPresent()) {
      write(fault.get());
      return;
    }
    if (message instanceof McpSchema.JSONRPCRequest request && !mayPass(request)) {
      return;
    }
    if (message instanceof McpSchema.JSONRPCNotification notification
        && notification.method().equals("notifications/cancelled")) {
      cancel(notification);
      return;
    }
    handle(message);
  }

  /**
   * Returns whether a request may pass. The SDK keeps every request waiting, without an end, until
   * the client has said that it is ready. Here a ping is answered at any time, a request before the
   * greeting is refused, and one after it says that the client is ready.
   */
  private boolean mayPass(McpSchema.JSONRPCRequest request) {
    switch (request.method()) {
      case McpSchema.METHOD_INITIALIZE -> greeted = true;
      case McpSchema.METHOD_PING -> {
        write(McpSchema.JSONRPCResponse.result(request.id(), Map.of()));
        return false;
      }
      default -> {
        if (!greeted) {
          write(
              McpSchema.JSONRPCResponse.error(
                  request.id(),
                  new McpSchema.JSONRPCResponse.JSONRPCError(
                      McpSchema.ErrorCodes.INVALID_REQUEST, "Send initialize first", null)));
          return false;
        }
        if (!ready) {
          ready = true;
          handle(
              new McpSchema.JSONRPCNotification(
                  McpSchema.METHOD_NOTIFICATION_INITIALIZED, Map.of()));
        }
      }
    }
    return true;
  }

  private void handle(McpSchema.JSONRPCMessage message) {
    Object id = message instanceof McpSchema.JSONRPCRequest request ? request.id() : null;
    McpTransportContext context = CallContext.of(session, CallKey.of(CONNECTION, id));
    boolean counts = id != null;
    if (counts) {
      inFlight.register();
    }
    Objects.requireNonNull(protocol)
        .handle(message)
        .contextWrite(c -> c.put(McpTransportContext.KEY, context))
        .doFinally(
            end -> {
              if (counts) {
                inFlight.arriveAndDeregister();
              }
            })
        .subscribe(done -> {}, e -> LOG.warn("A message could not be handled", e));
  }

  private void cancel(McpSchema.JSONRPCNotification notification) {
    if (notification.params() instanceof Map<?, ?> params && params.get("requestId") != null) {
      calls.cancel(CallKey.of(CONNECTION, params.get("requestId")));
    }
  }

  /** Answers a line without a known id. */
  private void refuse(int code, String message) {
    write(
        Map.of(
            "jsonrpc",
            "2.0",
            "error",
            Map.of(
                "code", code, "message", message + "; one JSON-RPC message a line is expected")));
  }

  private void write(Object message) {
    try {
      byte[] text = SdkJson.MAPPER.writeValueAsString(message).getBytes(StandardCharsets.UTF_8);
      synchronized (output) {
        output.write(text);
        output.write('\n');
        output.flush();
      }
    } catch (IOException e) {
      // Nobody will receive the answers of calls that still run.
      calls.cancelAll(CONNECTION);
      throw new UncheckedIOException("The client does not read any more", e);
    }
  }

  @Override
  public Mono<Void> notifyClients(String method, @Nullable Object params) {
    return Mono.defer(() -> Objects.requireNonNull(protocol).sendNotification(method, params));
  }

  @Override
  public Mono<Void> notifyClient(String sessionId, String method, @Nullable Object params) {
    return notifyClients(method, params);
  }

  @Override
  public Mono<Void> closeGracefully() {
    return Mono.fromRunnable(() -> calls.cancelAll(CONNECTION));
  }

  /** The output to the client. */
  private final class Output implements McpServerTransport {
    @Override
    public Mono<Void> sendMessage(McpSchema.JSONRPCMessage message) {
      return Mono.fromRunnable(() -> write(message));
    }

    @Override
    public <T> T unmarshalFrom(Object data, TypeRef<T> type) {
      return SdkJson.MAPPER.convertValue(data, type);
    }

    @Override
    public Mono<Void> closeGracefully() {
      return Mono.empty();
    }
  }
}
