package dev.mixpaneldata.ui;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.mixpaneldata.bridge.board.BoardCodec;
import dev.mixpaneldata.bridge.board.PinnedAnswer;
import dev.mixpaneldata.bridge.board.Question;
import dev.mixpaneldata.catalogue.Operations;
import dev.mixpaneldata.catalogue.StoreOperations;
import dev.mixpaneldata.catalogue.Trait;
import dev.mixpaneldata.chart.Chart;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.derived.BoundedRows;
import dev.mixpaneldata.mcp.derived.SqlChart;
import dev.mixpaneldata.mcp.derived.ToolCallText;
import dev.mixpaneldata.quota.Budget;
import dev.mixpaneldata.quota.CallsLeft;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.store.SqlRequest;
import dev.mixpaneldata.store.SqlResult;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Answers the questions of the page, with who answered, the cost, and the same request elsewhere.
 */
final class Asked {
  private static final Duration SQL_TIME = Duration.ofSeconds(60);

  private final UiOptions options;

  Asked(UiOptions options) {
    this.options = options;
  }

  /** Returns a question as the page sent it, with the source that answers reports. */
  Question.OfOperation question(JsonNode body) {
    if (!(BoardCodec.question(body.toString()) instanceof Question.OfOperation asked)) {
      throw MixpanelDataException.invalidArgument(
          "The page asks operations alone.", "Name an operation.");
    }
    Map<String, Object> target = new LinkedHashMap<>(asked.target());
    boolean isReport =
        Operations.find(asked.operation()).filter(o -> o.is(Trait.REPORT)).isPresent();
    if (isReport && !target.containsKey("local")) {
      target.putIfAbsent("source", ReportTarget.DEFAULT_SOURCE.name().toLowerCase(Locale.ROOT));
    }
    return new Question.OfOperation(
        asked.operation(), asked.arguments(), target, Optional.empty(), asked.datesMoveFrom());
  }

  ObjectNode answer(JsonNode body) {
    Question.OfOperation question = question(body);
    int before = used();
    long start = System.nanoTime();
    PinnedAnswer answer =
        question.operation().equals(StoreOperations.SQL.id())
            ? sql(question)
            : options.answers().ask(question);
    ObjectNode node = (ObjectNode) Mappers.read(BoardCodec.text(answer));
    node.put("seconds", (System.nanoTime() - start) / 1e9);
    node.put("calls", Math.max(0, used() - before));
    node.set("question", Mappers.read(BoardCodec.text(question)));
    ObjectNode same = node.putObject("same");
    same.put("command", options.command().apply(question));
    same.put("java", JavaText.of(question));
    same.put("mcp", ToolCallText.of(question.operation(), question.arguments(), question.target()));
    return node;
  }

  private PinnedAnswer sql(Question.OfOperation question) {
    SqlRequest request = Binder.bind(SqlRequest.class, question.arguments());
    SqlResult result = BoundedRows.of(options.workspace(), request.query(), SQL_TIME);
    Optional<Chart> chart = SqlChart.of(result);
    return new PinnedAnswer(
        chart.map(Chart::title).orElse("SQL"),
        options.clock().instant(),
        "local tables",
        "",
        result.header(),
        result.cells(),
        result.rows().size(),
        chart);
  }

  /** Returns the calls of this hour; 0 without a usable account, which makes none. */
  private int used() {
    try {
      return CallsLeft.of(options.workspace().http().quota(), Budget.QUERY).used();
    } catch (MixpanelDataException noAccount) {
      return 0;
    }
  }
}
