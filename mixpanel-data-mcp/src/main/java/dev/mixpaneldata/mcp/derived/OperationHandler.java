package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.chart.Chartable;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.app.LocalPage;
import dev.mixpaneldata.mcp.app.PageLink;
import dev.mixpaneldata.mcp.tool.Titles;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.report.ReportResult;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.value.Tabular;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation with a call's arguments.
 *
 * @param localTables whether local tables may answer; if not, Mixpanel does
 */
record OperationHandler<Q extends Record, R>(
    OperationSpec<Q, R> operation, ArgumentNames names, boolean localTables)
    implements ToolHandler {
  private static final ReportTarget MIXPANEL = ReportTarget.of(ReportSource.LIVE);

  @Override
  public ToolAnswer call(ToolCall call) {
    Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
    boolean wantsChart = operation.result().isCharted() && Drawing.takeFrom(arguments);
    boolean isReport = operation.is(Trait.REPORT);
    Map<String, Object> asked = new LinkedHashMap<>(arguments);
    ReportTarget target = isReport ? target(arguments) : ReportTarget.USUAL;
    Q request = request(arguments);
    ReportNotes notes = new ReportNotes(target);
    Object result =
        isReport
            ? call.context().ask(target, notes, context -> run(context, request))
            : run(names(call.context(), notes), request);
    ToolAnswer plain = ToolAnswer.of(result, text(result));
    ToolAnswer answer = notes.addTo(plain, isReport ? notes(result) : List.of());
    if (!(result instanceof Chartable picture)) {
      return answer;
    }
    ToolAnswer drawn = answer.withChart(picture.chart());
    ToolAnswer charted = isReport ? drawn.withPage(page(call, asked)) : drawn;
    return wantsChart ? Drawing.added(charted, picture.chart()) : charted;
  }

  /** The whole request on the page of the project, as this call made it. */
  private PageLink page(ToolCall call, Map<String, Object> asked) {
    Map<String, Object> target =
        localTables ? ReportArguments.splitFrom(operation.id(), asked) : Map.of("source", "live");
    return PageLink.of(
        LocalPage.find(call.workspace()), operation.id(), names.toOurs(asked), target);
  }

  private ReportTarget target(Map<String, Object> arguments) {
    return localTables ? ReportArguments.takeFrom(arguments) : MIXPANEL;
  }

  private OperationContext names(OperationContext context, ReportNotes notes) {
    return localTables ? context.with(notes) : context.withoutLocalNames();
  }

  private R run(OperationContext context, Q request) {
    return operation.call().apply(context, request);
  }

  /** The request of a call, once its arguments are sound. */
  Q request(Map<String, Object> arguments) {
    return Binder.bind(operation.request(), names.toOurs(arguments), names::published);
  }

  /** An empty report is an answer, but more often a name that is not quite right. */
  private static List<String> notes(@Nullable Object result) {
    List<String> notes = new ArrayList<>();
    if (result instanceof Tabular table && AnswerText.countsNothing(table)) {
      notes.add("Nothing was counted. Are names and days right (list_events, list_properties)?");
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
