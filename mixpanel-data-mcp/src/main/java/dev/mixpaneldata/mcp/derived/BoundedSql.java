package dev.mixpaneldata.mcp.derived;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHandler;
import dev.mixpaneldata.operation.Binder;
import dev.mixpaneldata.store.SqlColumn;
import dev.mixpaneldata.store.SqlQuery;
import dev.mixpaneldata.store.SqlRequest;
import dev.mixpaneldata.store.SqlResult;
import dev.mixpaneldata.store.SqlRows;
import dev.mixpaneldata.store.SqlScalar;
import dev.mixpaneldata.value.Json;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * SQL that stops reading before its rows fill the memory of a server that others use too. Nobody
 * reads a hundred thousand rows in a conversation.
 *
 * @param scalar whether the answer is one value
 */
record BoundedSql(boolean scalar) implements ToolHandler {
  private static final int MOST_ROWS = 100_000;
  private static final long MOST_CHARACTERS = 20_000_000;

  @Override
  public ToolAnswer call(ToolCall call) {
    SqlRequest request = Binder.bind(SqlRequest.class, call.arguments());
    Rows rows = new Rows();
    call.workspace().queries().stream(SqlQuery.of(request.query()), rows);
    SqlResult result = new SqlResult(rows.columns, rows.rows);
    Object answer = scalar ? new SqlScalar(result.scalar()) : result;
    return ToolAnswer.of(answer, AnswerText.of("SQL", answer));
  }

  /** Rows up to a bound, refused beyond it. */
  private static final class Rows implements SqlRows {
    private List<SqlColumn> columns = List.of();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();
    private long characters;

    @Override
    public void columns(List<SqlColumn> found) {
      columns = List.copyOf(found);
    }

    @Override
    public void row(List<?> row) {
      for (Object cell : row) {
        characters += cell instanceof Json json ? json.text().length() : 0;
        characters += cell instanceof CharSequence text ? text.length() : 0;
      }
      if (rows.size() == MOST_ROWS || characters > MOST_CHARACTERS) {
        throw new MixpanelDataException(
            ErrorCode.QUERY_FAILED,
            "The result is larger than an answer may be: %,d rows or %,d characters."
                .formatted(MOST_ROWS, MOST_CHARACTERS),
            "Aggregate, add a LIMIT, or write the table to a file with export_table.");
      }
      rows.add(new ArrayList<>(row));
    }
  }
}
