package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.ChangeGuard;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Subject;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import java.util.List;

/**
 * Changes what Mixpanel keeps, unless Mixpanel says that the caller may not. What would be
 * destroyed is named to the user first, who agrees or not.
 */
record CarefulChange<Q extends Record>(OperationSpec<Q, ?> operation, OperationHandler<Q, ?> change)
    implements ToolHandler {
  @Override
  public ToolAnswer call(ToolCall call) {
    ToolCall own = call.without(Consent.CONFIRM);
    // Nobody is asked about a call that would be refused.
    Q request = change.request(own.arguments());
    List<Subject> subjects = ChangeGuard.subjects(operation, call.context(), request);
    ChangeGuard.requirePermission(subjects);
    if (ChangeGuard.destroys(operation, subjects)) {
      String what = subjects.isEmpty() ? "it" : ChangeGuard.text(subjects);
      Consent.require(call, operation.summary() + ": " + what + "?", "Nothing was changed");
    }
    return change.call(own);
  }
}
