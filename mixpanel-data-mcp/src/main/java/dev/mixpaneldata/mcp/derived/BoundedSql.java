package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.store.RowWeight;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlRequest;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import dev.mixpaneldata.store.SqlScalar;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * SQL that stops before its rows fill the memory of a server that others use too, or its time that
 * of a conversation. Nobody reads a hundred thousand rows in one.
 *
 * @param scalar whether the answer is one value
 */
record BoundedSql(boolean scalar) implements ToolHandler {
  private static final int MOST_ROWS = 100_000;
  private static final long MOST_BYTES = 16_000_000;
  private static final Duration TIME = Duration.ofSeconds(60);

  private static final String NO_CHART =
      "There is no chart: it needs a column of names or times, and one of numbers that are not"
          + " negative.";

  @Override
  public ToolAnswer call(ToolCall call) {
    Map<String, Object> arguments = new LinkedHashMap<>(call.arguments());
    boolean wantsChart = !scalar && Drawing.takeFrom(arguments);
    SqlRequest request = Binder.bind(SqlRequest.class, arguments);
    Rows rows = new Rows();
    call.workspace().sql().stream(new SqlQuery(request.query(), TIME), rows);
    SqlResult result = new SqlResult(rows.columns, rows.rows);
    Object answer = scalar ? new SqlScalar(result.scalar()) : result;
    ToolAnswer plain = ToolAnswer.of(answer, AnswerText.of("SQL", answer));
    return wantsChart
        ? SqlChart.of(result)
            .map(chart -> Drawing.added(plain, chart))
            .orElse(plain.with("\nNote: " + NO_CHART, Map.of("notes", List.of(NO_CHART))))
        : plain;
  }

  /** Rows up to a bound, refused beyond it. */
  private static final class Rows implements SqlRows {
    private List<SqlColumn> columns = List.of();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private long bytes;

    @Override
    public void columns(List<SqlColumn> found) {
      columns = List.copyOf(found);
    }

    @Override
    public void row(List<?> row) {
      bytes += RowWeight.of(row);
      if (rows.size() == MOST_ROWS || bytes > MOST_BYTES) {
        throw new MixpanelDataException(
            ErrorCode.QUERY_FAILED,
            "The result is larger than an answer may be: %,d rows or %,d MB."
                .formatted(MOST_ROWS, MOST_BYTES / 1_000_000),
            "Aggregate, add a LIMIT, or write the table to a file with export_table.");
      }
      rows.add(new ArrayList<>(row));
    }
  }
}
