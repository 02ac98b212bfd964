package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Charted;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.mcp.tool.Titles;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.operation.Binder;
import dev.mixpaneldata.operation.OperationSpec;
import dev.mixpaneldata.value.Tabular;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Runs an operation with a call's arguments. */
record OperationHandler<Q extends Record, R>(
    OperationSpec<Q, R> operation, ArgumentNames names, ReportKind kind) implements ToolHandler {
  /** Asks for a picture beside the numbers. */
  static final String CHART = "chart";

  @Override
  public ToolAnswer call(ToolCall call) {
    boolean charted = operation.result().isCharted();
    ToolCall own = charted ? call.without(CHART) : call;
    AnswerSource source =
        switch (kind) {
          case NONE -> AnswerSource.none();
          case ANYWHERE ->
              AnswerSource.of(
                  call.argument(AnswerSource.ARGUMENT), call.argument(AnswerSource.COHORT));
          case LOCAL -> AnswerSource.local(call.argument(AnswerSource.COHORT));
        };
    if (kind == ReportKind.ANYWHERE) {
      own = own.without(AnswerSource.ARGUMENT);
    }
    if (kind != ReportKind.NONE) {
      own = own.without(AnswerSource.COHORT);
    }
    Q request = Binder.bind(operation.request(), names.toOurs(own.arguments()), names::published);
    Workspace workspace = source.choose(call.workspace());
    R result = operation.call().apply(workspace, request);
    ToolAnswer answer = ToolAnswer.of(result, text(result) + doubt(result) + source.notes());
    boolean wanted = charted && String.valueOf(call.argument(CHART)).equals("true");
    return wanted && result instanceof Charted picture ? drawn(answer, picture.chart()) : answer;
  }

  private static ToolAnswer drawn(ToolAnswer answer, Chart chart) {
    String lacking = ChartImage.lackingFont(chart).map(sentence -> "\n" + sentence).orElse("");
    return ChartImage.png(chart)
        .map(png -> ToolAnswer.of(answer.value(), answer.text() + lacking).withPicture(png))
        .orElse(answer);
  }

  /** An empty report is an answer, but more often a name that is not quite right. */
  private String doubt(@Nullable Object result) {
    return kind != ReportKind.NONE
            && result instanceof Tabular table
            && AnswerText.countsNothing(table)
        ? "\nNothing was counted. Are names and days right (list_events, list_properties)?"
        : "";
  }

  private String text(@Nullable Object result) {
    if (result instanceof Collection<?> list) {
      String text = AnswerText.of(operation.summary(), list);
      return list.isEmpty()
          ? text + NextSteps.whenEmpty(operation).map(step -> " " + step).orElse("")
          : text;
    }
    return AnswerText.of(Titles.of(operation.id()), result);
  }
}
