package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.ToolCall;
import java.util.Map;

/**
 * The user's consent to what cannot be undone: the client asks, or, where it cannot, the call says
 * {@code confirm: true}.
 */
public final class Consent {
  static final String CONFIRM = "confirm";

  private Consent() {}

  /**
   * Returns if the user agrees.
   *
   * @param nothing begins the error, {@code Nothing was deleted}
   * @throws MixpanelDataException {@code INVALID_ARGUMENT} if there is nobody to ask, {@code
   *     DECLINED} if the user says no
   */
  public static void require(ToolCall call, String question, String nothing) {
    if (String.valueOf(call.argument(CONFIRM)).equals("true")) {
      return;
    }
    Client.User user =
        call.client()
            .user()
            .orElseThrow(
                () ->
                    MixpanelDataException.invalidArgument(
                        nothing + ": this needs the user's consent. " + question,
                        "Ask the user, and call again with confirm: true."));
    Client.Reply reply =
        user.ask(question, Schemas.object().optional(CONFIRM, Schemas.flag("Yes")));
    boolean agreed =
        reply.verdict() == Client.Reply.Verdict.ACCEPTED
            && !Boolean.FALSE.equals(reply.values().get(CONFIRM));
    if (!agreed) {
      throw new MixpanelDataException(
          ErrorCode.DECLINED, nothing + ": the user did not agree.", "Leave it as it is.");
    }
  }

  static Map<String, Object> schema() {
    return Schemas.flag("The user agreed");
  }
}
