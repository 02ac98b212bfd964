package dev.mixpaneldata.mcp.connections;

import dev.mixpaneldata.bridge.board.Boards;
import dev.mixpaneldata.bridge.connection.Connections;
import dev.mixpaneldata.bridge.connection.Status;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.NoArguments;
import java.util.ArrayList;
import java.util.List;

/** The tools on the connections and boards of this machine's user. */
public final class ConnectionTools {
  private final Connections connections;
  private final Boards boards;

  /** Creates the tools of these connections and boards. */
  public ConnectionTools(Connections connections, Boards boards) {
    this.connections = connections;
    this.boards = boards;
  }

  /** Returns the tools that every server has, whatever is connected. */
  public List<Tool> fixed() {
    List<Tool> tools = new ArrayList<>();
    tools.add(list());
    tools.add(new ConnectionQuestions(connections).tool());
    tools.addAll(new BoardTools(connections, boards).all());
    return tools;
  }

  /** Returns the reading tools of the connected servers, as they were looked at last. */
  public List<Tool> ofVendors() {
    return VendorTools.all(connections);
  }

  private Tool list() {
    return RecordTool.of(
        "list_connections",
        "The connections to hosted MCP servers: vendor, project, sign-in, requests of the hour.",
        NoArguments.class,
        RecordTool.answering(
            ResultType.listOf(Status.class),
            tool -> tool.in(Toolset.CONNECTIONS, ToolKind.SINGLE).hints(ToolHints.READS_LOCAL)),
        this::listed);
  }

  private ToolAnswer listed(NoArguments none, ToolCall call) {
    List<Status> all =
        connections.list().stream()
            .map(
                info -> {
                  try (var connection = connections.open(info.name())) {
                    return connection.status();
                  }
                })
            .toList();
    return ToolAnswer.of(all, AnswerText.of("Connections", all));
  }
}
