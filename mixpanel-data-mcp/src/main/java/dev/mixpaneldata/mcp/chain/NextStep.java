package dev.mixpaneldata.mcp.chain;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.answer.Wording;
import dev.mixpaneldata.mcp.tool.ToolCall;
import java.util.Optional;

/** What to do after an error, in the words of tools; the error itself knows best if it knows. */
final class NextStep {
  private NextStep() {}

  static Optional<String> after(MixpanelDataException e, ToolCall call) {
    Optional<String> own = e.hint().map(Wording::forTools);
    if (e.code() == ErrorCode.CREDENTIALS_MISSING && call.session().caller().overHttp()) {
      return own.map(
          hint -> hint + ". Or let the client send x-auth-token: USERNAME:SECRET:PROJECT_ID.");
    }
    return own.or(() -> NextSteps.after(e.code(), call.tool()));
  }
}
