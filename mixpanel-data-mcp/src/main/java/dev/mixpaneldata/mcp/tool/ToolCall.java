package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.mcp.session.Session;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool.
 *
 * @param tool the tool's name
 * @param arguments as the client sent them: strings, numbers, booleans, lists and maps
 * @param session whose call it is
 * @param client the other side, to be told and asked
 * @param seen how the call sees the session's workspace, such as with reports of another source
 */
public record ToolCall(
    String tool,
    Map<String, Object> arguments,
    Session session,
    Client client,
    UnaryOperator<Workspace> seen) {
  /** A call that sees the workspace as it is. */
  public ToolCall(String tool, Map<String, Object> arguments, Session session, Client client) {
    this(tool, arguments, session, client, UnaryOperator.identity());
  }

  /** The workspace of the session; waits for Mixpanel's limits are told to this call's client. */
  public Workspace workspace() {
    return seen.apply(session.workspace());
  }

  /** The same call of another tool, which sees the workspace as it is. */
  public ToolCall of(String otherTool, Map<String, Object> otherArguments) {
    return new ToolCall(otherTool, otherArguments, session, client);
  }

  /** The same call with another view of the workspace. */
  public ToolCall seeing(UnaryOperator<Workspace> view) {
    return new ToolCall(tool, arguments, session, client, view);
  }

  /** The same call with one argument taken out, as those that only the server knows. */
  public ToolCall without(String name) {
    Map<String, Object> rest = new LinkedHashMap<>(arguments);
    rest.remove(name);
    return new ToolCall(tool, rest, session, client, seen);
  }

  /** An argument, or null. */
  public @Nullable Object argument(String name) {
    return arguments.get(name);
  }
}
