package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.util.Map;

/**
 * Deletes tables once the user has agreed: the client asks, or, where it cannot, the call says
 * {@code confirm: true}.
 */
record ConfirmedDrop(OperationHandler<?, ?> drop) implements ToolHandler {
  static final String CONFIRM = "confirm";

  @Override
  public ToolAnswer call(ToolCall call) {
    ToolCall own = call.without(CONFIRM);
    // Nobody is asked about a call that would be refused.
    drop.request(own.arguments());
    if (String.valueOf(call.argument(CONFIRM)).equals("true")) {
      return drop.call(own);
    }
    String what =
        call.argument("table") == null
            ? "local tables"
            : "the table '" + call.argument("table") + "'";
    Client.User user =
        call.client()
            .user()
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        "Nothing was deleted: deleting " + what + " needs the user's consent.",
                        "Ask the user, and call again with confirm: true."));
    Client.Reply reply =
        user.ask(
            "Delete " + what + " for good?",
            Schemas.object().optional(CONFIRM, Schemas.flag("Delete")));
    boolean agreed =
        reply.verdict() == Client.Reply.Verdict.ACCEPTED
            && !Boolean.FALSE.equals(reply.values().get(CONFIRM));
    if (!agreed) {
      throw new MixpanelDataException(
          ErrorCode.DECLINED, "Nothing was deleted: the user did not agree.", "Keep the tables.");
    }
    return drop.call(own);
  }

  static Map<String, Object> schema() {
    return Schemas.flag("The user agreed");
  }
}
