package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.catalogue.OperationContext;
import dev.mixpaneldata.catalogue.OperationSpec;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.chart.Charted;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.answer.NextSteps;
import dev.mixpaneldata.mcp.picture.ChartImage;
import dev.mixpaneldata.mcp.tool.Titles;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.report.Source;
import dev.mixpaneldata.value.Tabular;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Runs an operation with a call's arguments.
 *
 * @param choosesSource whether they may say who answers a report; if not, Mixpanel does
 */
record OperationHandler<Q extends Record, R>(
    OperationSpec<Q, R> operation, ArgumentNames names, boolean choosesSource)
    implements ToolHandler {
  /** Asks for a picture beside the numbers. */
  static final String CHART = "chart";

  private static final ReportTarget MIXPANEL = ReportTarget.of(Source.LIVE);

  @Override
  public ToolAnswer call(ToolCall call) {
    Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
    boolean wantsChart =
        operation.result().isCharted() && "true".equals(String.valueOf(arguments.remove(CHART)));
    ReportTarget target = choosesSource ? ReportArguments.takeFrom(arguments) : MIXPANEL;
    Q request = Binder.bind(operation.request(), names.toOurs(arguments), names::published);
    ReportNotes notes = new ReportNotes();
    Object result =
        operation.is(Trait.REPORT)
            ? call.context().ask(target, notes, context -> run(context, request))
            : run(call.context(), request);
    ToolAnswer answer = ToolAnswer.of(result, text(result) + doubt(result) + notes.text());
    return wantsChart && result instanceof Charted picture
        ? drawn(answer, picture.chart())
        : answer;
  }

  private R run(OperationContext context, Q request) {
    return operation.call().apply(context, request);
  }

  private static ToolAnswer drawn(ToolAnswer answer, Chart chart) {
    String lacking = ChartImage.lackingFont(chart).map(sentence -> "\n" + sentence).orElse("");
    return ChartImage.png(chart)
        .map(png -> ToolAnswer.of(answer.value(), answer.text() + lacking).withPicture(png))
        .orElse(answer);
  }

  /** An empty report is an answer, but more often a name that is not quite right. */
  private String doubt(@Nullable Object result) {
    return operation.is(Trait.REPORT)
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
