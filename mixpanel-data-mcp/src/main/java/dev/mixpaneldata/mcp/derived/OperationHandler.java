package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.chart.Charted;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.operation.Binder;
import dev.mixpaneldata.operation.OperationSpec;
import java.util.Map;

/** Runs an operation with a call's arguments. */
record OperationHandler<Q extends Record, R>(OperationSpec<Q, R> operation, ArgumentNames names)
    implements ToolHandler {
  /** Asks for a picture beside the numbers. */
  static final String CHART = "chart";

  @Override
  public ToolAnswer call(ToolCall call) {
    boolean charted = InputSchema.isCharted(operation);
    Map<String, Object> arguments =
        names.toOurs(charted ? call.without(CHART).arguments() : call.arguments());
    ReportArguments choice = ReportArguments.takenFrom(operation, arguments);
    Q request = Binder.bind(operation.request(), choice.others(), names::published);
    Object result = choice.ask(call.workspace(), w -> operation.call().apply(w, request));
    ToolAnswer answer =
        ToolAnswer.of(result, AnswerText.of(operation.summary(), result) + choice.notes());
    boolean wanted = charted && String.valueOf(call.argument(CHART)).equals("true");
    return wanted && result instanceof Charted picture
        ? ChartImage.png(picture.chart()).map(answer::withPicture).orElse(answer)
        : answer;
  }
}
