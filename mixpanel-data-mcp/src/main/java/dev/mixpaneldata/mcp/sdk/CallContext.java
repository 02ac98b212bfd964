package dev.mixpaneldata.mcp.sdk;

import dev.mixpaneldata.mcp.session.Session;
import io.modelcontextprotocol.common.McpTransportContext;
import java.util.Map;
import java.util.Objects;

/**
 * The facts about a request that the transport knows and the SDK does not carry: its session, and
 * the number by which it can be cancelled.
 */
public final class CallContext {
  private static final String SESSION = "session";
  private static final String CALL = "call";

  private CallContext() {}

  /** Returns a context for a request of a session. */
  public static McpTransportContext of(Session session, CallKey call) {
    return McpTransportContext.create(Map.of(SESSION, session, CALL, call));
  }

  static Session session(McpTransportContext context) {
    return (Session) Objects.requireNonNull(context.get(SESSION), "no session");
  }

  static CallKey call(McpTransportContext context) {
    return (CallKey) Objects.requireNonNull(context.get(CALL), "no call");
  }
}
