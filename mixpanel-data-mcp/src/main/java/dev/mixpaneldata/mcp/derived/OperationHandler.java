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
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
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
    Q request = request(own);
    Workspace workspace = source.choose(call.workspace());
    R result = operation.call().apply(workspace, request);
    ToolAnswer answer = source.addTo(ToolAnswer.of(result, text(result)), notes(result));
    boolean wanted = charted && String.valueOf(call.argument(CHART)).equals("true");
    return wanted && result instanceof Charted picture ? drawn(answer, picture.chart()) : answer;
  }

  /** The request of a call, once its arguments are sound. */
  Q request(ToolCall call) {
    return Binder.bind(operation.request(), names.toOurs(call.arguments()), names::published);
  }

  private static ToolAnswer drawn(ToolAnswer answer, Chart chart) {
    String lacking = ChartImage.lackingFont(chart).map(sentence -> "\n" + sentence).orElse("");
    return ChartImage.png(chart)
        .map(png -> answer.with(lacking, answer.about()).withPicture(png))
        .orElse(answer);
  }

  /** An empty report is an answer, but more often a name that is not quite right. */
  private List<String> notes(@Nullable Object result) {
    List<String> notes = new ArrayList<>();
    if (kind != ReportKind.NONE
        && result instanceof Tabular table
        && AnswerText.countsNothing(table)) {
      notes.add(
          "Nothing was counted. Are names and days right (list_events, list_properties)?");
    }
    if (result instanceof ReportResult report) {
      notes.addAll(report.notes());
    }
    return notes;
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
