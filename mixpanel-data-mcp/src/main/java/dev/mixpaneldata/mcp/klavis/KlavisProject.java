package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import java.util.function.Function;

/** The project that a call names; a session has one, and the same identity may reach others. */
final class KlavisProject {
  /** The help of the argument. */
  static final String HELP = "Id of the project";

  private KlavisProject() {}

  /** Answers a call in a project. */
  static ToolAnswer in(long id, ToolCall call, Function<ToolCall, ToolAnswer> action) {
    if (call.workspace().account().credentials().projectId().equals(String.valueOf(id))) {
      return action.apply(call);
    }
    try (Session other = call.session().inProject(id)) {
      return action.apply(call.in(other));
    }
  }
}
