package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.store.SqlRequest;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlScalar;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * SQL that stops before its rows fill the memory of a server that others use too, or its time that
 * of a conversation. Nobody reads a hundred thousand rows in one.
 *
 * @param scalar whether the answer is one value
 */
record BoundedSql(boolean scalar) implements ToolHandler {
  private static final Duration TIME = Duration.ofSeconds(60);

  private static final String NO_CHART =
      "There is no chart: it needs a column of names or times, and one of numbers that are not"
          + " negative.";

  @Override
  public ToolAnswer call(ToolCall call) {
    Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
    boolean wantsChart = !scalar && Drawing.takeFrom(arguments);
    SqlRequest request = Binder.bind(SqlRequest.class, arguments);
    SqlResult result = BoundedRows.of(call.workspace(), request.query(), TIME);
    Object answer = scalar ? new SqlScalar(result.scalar()) : result;
    ToolAnswer plain = ToolAnswer.of(answer, AnswerText.of("SQL", answer));
    Optional<Chart> chart = scalar ? Optional.empty() : SqlChart.of(result);
    ToolAnswer charted = chart.map(plain::withChart).orElse(plain);
    return wantsChart
        ? chart
            .map(drawn -> Drawing.added(charted, drawn))
            .orElse(plain.with("\nNote: " + NO_CHART, Map.of("notes", List.of(NO_CHART))))
        : charted;
  }
}
