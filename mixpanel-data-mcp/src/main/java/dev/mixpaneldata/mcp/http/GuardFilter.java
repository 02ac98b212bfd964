package dev.mixpaneldata.mcp.http;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.derived.ToolWords;
import dev.mixpaneldata.mcp.http.HttpIdentities.Identity;
import dev.mixpaneldata.mcp.sdk.CallContext;
import dev.mixpaneldata.mcp.sdk.CallKey;
import dev.mixpaneldata.mcp.sdk.RunningCalls;
import dev.mixpaneldata.mcp.session.Session;
import io.modelcontextprotocol.spec.HttpHeaders;
import io.modelcontextprotocol.spec.ProtocolVersions;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The filter in front of the SDK's servlets. It lets in only known hosts and origins, identifies
 * the client, and keeps every session to the identity that began it. It also takes cancellations,
 * which the SDK does not, and turns refusals into plain JSON-RPC errors.
 */
final class GuardFilter extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** The attribute that holds the context of a request for the servlets. */
  static final String CONTEXT = GuardFilter.class.getName() + ".context";

  private static final Set<String> VERSIONS =
      Set.of(
          ProtocolVersions.MCP_2024_11_05,
          ProtocolVersions.MCP_2025_03_26,
          ProtocolVersions.MCP_2025_06_18,
          ProtocolVersions.MCP_2025_11_25);

  /** Begins the ids under which calls without a session are kept; no session has such an id. */
  private static final String WITHOUT_SESSION = "without session: ";

  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "DELETE");

  private final transient HttpIdentities identities;
  private final transient HttpSessions sessions;
  private final transient RunningCalls calls;
  private final transient Servlet single;
  private final AtomicLong requests = new AtomicLong();
  private final boolean open;

  /**
   * Creates a filter in front of the servlets of a server.
   *
   * @param single answers requests without a session
   * @param open whether others than this machine can reach the server
   */
  GuardFilter(
      HttpIdentities identities,
      HttpSessions sessions,
      RunningCalls calls,
      Servlet single,
      boolean open) {
    this.identities = identities;
    this.sessions = sessions;
    this.calls = calls;
    this.single = single;
    this.open = open;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    try {
      pass(request, response, chain);
    } catch (Refusal refusal) {
      refusal.send(response);
    }
  }

  private void pass(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (!METHODS.contains(request.getMethod())) {
      // TRACE above all, which would return headers.
      throw new Refusal(405, "The method " + request.getMethod() + " is not supported");
    }
    AllowedOrigins.check(request.getServerName(), request::getHeader, open);
    String path = request.getRequestURI();
    if (path.equals("/health")) {
      response.setContentType("application/json");
      response.getWriter().write("{\"status\":\"ok\"}");
      return;
    }
    Identity identity = identity(request);
    String version = request.getHeader(HttpHeaders.PROTOCOL_VERSION);
    if (version != null && !VERSIONS.contains(version)) {
      throw new Refusal(400, "The protocol version '" + version + "' is not supported");
    }
    switch (path) {
      case HttpFront.MCP -> {
        Message message = Message.read(request);
        if (message.fault().isPresent()) {
          JsonRpcErrors.write(response, 200, message.fault().get());
        } else {
          streamable(message, response, chain, identity);
        }
      }
      case HttpFront.SSE -> listen(request, response, chain, identity);
      case HttpFront.MESSAGES -> {
        Message message = Message.read(request);
        if (message.fault().isPresent()) {
          // The answer to a request goes to the stream; this response goes no further.
          JsonRpcErrors.write(response, 400, message.fault().get());
        } else {
          inSession(message.getParameter("sessionId"), message, response, chain, identity);
        }
      }
      default -> throw new Refusal(404, "There is nothing at " + path + "; use /mcp");
    }
  }

  private Identity identity(HttpServletRequest request) {
    try {
      Identity identity = identities.of(request::getHeader);
      if (open && identity.guest().isEmpty()) {
        throw Refusal.unauthorized(
            "This server is open to the network; send the header "
                + HttpIdentities.TOKEN
                + ": USERNAME:SECRET:PROJECT_ID");
      }
      return identity;
    } catch (MixpanelDataException e) {
      throw Refusal.unauthorized(e.getMessage() + " " + e.hint(ToolWords.ANYWHERE).orElse(""));
    }
  }

  private void streamable(
      Message message, HttpServletResponse response, FilterChain chain, Identity identity)
      throws IOException, ServletException {
    String id = message.getHeader(HttpHeaders.MCP_SESSION_ID);
    if (id != null) {
      inSession(id, message, response, chain, identity);
      if (message.getMethod().equals("DELETE")) {
        sessions.end(id);
      }
    } else if (message.isInitialize()) {
      Session session = begin(identity);
      SessionIdSniffer noticing =
          new SessionIdSniffer(response, begun -> begun(begun, session, identity));
      chain.doFilter(message, noticing);
      noticing.finish();
    } else if (message.requestId() != null && !message.isAnswer()) {
      withoutSession(message, response, identity);
    } else {
      ErrorBodyRewriter clean = new ErrorBodyRewriter(response);
      chain.doFilter(message, clean);
      clean.finish();
    }
  }

  /** Answers one request by itself, for the identity in its own headers. */
  private void withoutSession(Message message, HttpServletResponse response, Identity identity)
      throws IOException, ServletException {
    String id = WITHOUT_SESSION + identity.name();
    Session session = sharedSession(id, identity);
    CallKey call = CallKey.of(id + " " + requests.incrementAndGet(), message.requestId());
    message.setAttribute(CONTEXT, CallContext.of(session, call));
    boolean room = sessions.enter(id);
    try {
      if (!room) {
        throw new Refusal(503, "Too many requests of these credentials run already");
      }
      ErrorBodyRewriter clean = new ErrorBodyRewriter(response);
      single.service(message, clean);
      clean.finish();
    } finally {
      sessions.leave(id);
    }
  }

  private synchronized Session sharedSession(String id, Identity identity) {
    Optional<Session> known = sessions.find(id, identity.name());
    if (known.isPresent()) {
      return known.get();
    }
    requireRoom(identity);
    Session session = identities.openWithoutSession(identity);
    begun(id, session, identity);
    return session;
  }

  private void listen(
      HttpServletRequest request,
      HttpServletResponse response,
      FilterChain chain,
      Identity identity)
      throws IOException, ServletException {
    if (!request.getMethod().equals("GET")) {
      throw new Refusal(405, "Use GET for " + HttpFront.SSE + ", or POST for " + HttpFront.MCP);
    }
    Session session = begin(identity);
    SessionIdSniffer noticing =
        new SessionIdSniffer(
            response,
            id -> {
              begun(id, session, identity);
              sessions.enter(id);
              request.getAsyncContext().addListener(whenGone(() -> sessions.end(id)));
            });
    chain.doFilter(request, noticing);
    noticing.finish();
  }

  private Session begin(Identity identity) {
    requireRoom(identity);
    return identities.open(identity);
  }

  private void requireRoom(Identity identity) {
    if (!sessions.makeRoom(identities.isStranger(identity))) {
      throw new Refusal(503, "The server has reached its limit of sessions; try later");
    }
  }

  private void begun(String id, Session session, Identity identity) {
    sessions.begin(id, session, identity.name(), () -> identities.isStranger(identity));
  }

  private void inSession(
      @Nullable String id,
      Message message,
      HttpServletResponse response,
      FilterChain chain,
      Identity identity)
      throws IOException, ServletException {
    Optional<Session> session = id == null ? Optional.empty() : sessions.find(id, identity.name());
    if (id == null || session.isEmpty()) {
      // A session does not exist for an identity that did not begin it.
      throw new Refusal(404, "There is no such session; initialize again");
    }
    JsonNode cancelled = message.cancelledRequest();
    if (cancelled != null) {
      calls.cancel(CallKey.of(id, cancelled.asText()));
      response.setStatus(202);
      return;
    }
    message.setAttribute(
        CONTEXT, CallContext.of(session.get(), CallKey.of(id, message.requestId())));
    boolean room = sessions.enter(id);
    try {
      if (!room) {
        throw new Refusal(503, "Too many requests of this session are running already");
      }
      ErrorBodyRewriter clean = new ErrorBodyRewriter(response);
      chain.doFilter(message, clean);
      if (message.isAnswer() && clean.isFailure()) {
        throw new Refusal(400, "No request of this session waits for this answer");
      }
      clean.finish();
    } finally {
      if (message.isAsyncStarted()) {
        message.getAsyncContext().addListener(whenGone(() -> sessions.leave(id)));
      } else {
        sessions.leave(id);
      }
    }
  }

  private static AsyncListener whenGone(Runnable action) {
    return new AsyncListener() {
      @Override
      public void onComplete(AsyncEvent event) {
        action.run();
      }

      @Override
      public void onTimeout(AsyncEvent event) {}

      @Override
      public void onError(AsyncEvent event) {}

      @Override
      public void onStartAsync(AsyncEvent event) {}
    };
  }
}
