package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;

/** Deletes tables once the user has agreed. */
record ConfirmedDrop(OperationHandler<?, ?> drop) implements ToolHandler {
  @Override
  public ToolAnswer call(ToolCall call) {
    ToolCall own = call.without(Consent.CONFIRM);
    // Nobody is asked about a call that would be refused.
    drop.request(own.arguments());
    String what =
        call.argument("table") == null
            ? "local tables"
            : "the table '" + call.argument("table") + "'";
    Consent.require(call, "Delete " + what + " for good?", "Nothing was deleted");
    return drop.call(own);
  }
}
