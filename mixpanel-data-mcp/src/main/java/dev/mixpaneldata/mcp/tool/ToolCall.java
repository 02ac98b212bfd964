package dev.mixpaneldata.mcp.tool;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.OperationContext;
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
 * @param session whose call it is
 * @param client the other side, to be told and asked
 * @param reportTarget who answers the reports that the tool asks for
 */
public record ToolCall(
    String tool,
    Map<String, Object> arguments,
    Session session,
    Client client,
    ReportTarget reportTarget) {
  /** A call whose reports Mixpanel answers. */
  public ToolCall(String tool, Map<String, Object> arguments, Session session, Client client) {
    this(tool, arguments, session, client, ReportTarget.USUAL);
  }

  /** The workspace of the session; waits for Mixpanel's limits are told to this call's client. */
  public Workspace workspace() {
    return session.workspace();
  }

  /** What the tool's operations work with. */
  public OperationContext context() {
    Workspace workspace = workspace();
    return OperationContext.of(workspace).with(workspace.reports(reportTarget));
  }

  /** The same call of another tool, whose reports Mixpanel answers. */
  public ToolCall of(String otherTool, Map<String, Object> otherArguments) {
    return new ToolCall(otherTool, otherArguments, session, client);
  }

  /** The same call with reports of others. */
  public ToolCall asking(ReportTarget target) {
    return new ToolCall(tool, arguments, session, client, target);
  }

  /** The same call with one argument taken out, as those that only the server knows. */
  public ToolCall without(String name) {
    Map<String, Object> rest = new LinkedHashMap<>(arguments);
    rest.remove(name);
    return new ToolCall(tool, rest, session, client, reportTarget);
  }

  /** An argument, or null. */
  public @Nullable Object argument(String name) {
    return arguments.get(name);
  }
}
