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
import java.util.List;
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

  @Override
  public ToolAnswer call(ToolCall call) {
    SqlRequest request = Binder.bind(SqlRequest.class, call.arguments());
    Rows rows = new Rows();
    call.workspace().sql().stream(new SqlQuery(request.query(), TIME), rows);
    SqlResult result = new SqlResult(rows.columns, rows.rows);
    Object answer = scalar ? new SqlScalar(result.scalar()) : result;
    return ToolAnswer.of(answer, AnswerText.of("SQL", answer));
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
