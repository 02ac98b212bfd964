package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.report.ReportTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A call of a tool.
 *
 * @param tool the tool's name
 * @param arguments as the client sent them: strings, numbers, booleans, lists and maps
 * @param session the session of the call
 * @param client the other side, which can be notified and asked
 * @param reportTarget the source of the reports that the tool asks for, and the users they cover
 */
public record ToolCall(
    String tool,
    Map<String, Object> arguments,
    Session session,
    Client client,
    ReportTarget reportTarget) {
  /** Creates a call whose reports Mixpanel answers. */
  public ToolCall(String tool, Map<String, Object> arguments, Session session, Client client) {
    this(tool, arguments, session, client, ReportTarget.USUAL);
  }

  /**
   * Returns the workspace of the session, which reports waits for Mixpanel's limits to this call's
   * client.
   */
  public Workspace workspace() {
    return session.workspace();
  }

  /** Returns the context of the tool's operations. */
  public OperationContext context() {
    Workspace workspace = workspace();
    return OperationContext.of(workspace).with(workspace.reports(reportTarget));
  }

  /** Returns a call of another tool by the same client, whose reports Mixpanel answers. */
  public ToolCall of(String otherTool, Map<String, Object> otherArguments) {
    return new ToolCall(otherTool, otherArguments, session, client);
  }

  /** Returns this call in another session. */
  public ToolCall in(Session other) {
    return new ToolCall(tool, arguments, other, client, reportTarget);
  }

  /** Returns this call with another target of reports. */
  public ToolCall asking(ReportTarget target) {
    return new ToolCall(tool, arguments, session, client, target);
  }

  /** Returns this call without an argument, such as one that only the server sets. */
  public ToolCall without(String name) {
    Map<String, Object> rest = new LinkedHashMap<>(arguments);
    rest.remove(name);
    return new ToolCall(tool, rest, session, client, reportTarget);
  }

  /** Returns an argument, or null. */
  public @Nullable Object argument(String name) {
    return arguments.get(name);
  }
}
