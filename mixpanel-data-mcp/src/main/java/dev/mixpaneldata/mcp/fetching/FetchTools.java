package dev.mixpaneldata.mcp.fetching;

import static java.util.stream.Collectors.joining;

import dev.mixpaneldata.catalogue.FetchOperation;
import dev.mixpaneldata.catalogue.FetchOperations;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Tools that fill tables. A fetch takes minutes: it reports its progress, and a stopped one resumes
 * at the next call.
 */
public final class FetchTools {
  private static final UnaryOperator<ToolBuilder> FILLING =
      RecordTool.answering(
          ResultType.of(FetchResult.class),
          tool ->
              tool.in(Toolset.FETCH, ToolKind.SINGLE)
                  .hints(ToolHints.FETCHES)
                  .touches(TableEffect.FILL)
                  .timeout(Tool.LONG_TIMEOUT));

  private FetchTools() {}

  /** Returns all tools of this class. */
  public static List<Tool> all() {
    return List.of(
        tool(
            FetchOperations.FETCH_EVENTS,
            ", for sql and reports without a quota. Any range works."
                + " A stopped fetch continues when it is called again."),
        tool(FetchOperations.FETCH_PROFILES, "."),
        tool(FetchOperations.SYNC_TABLE, "; the last days are fetched again for late events."));
  }

  /** Returns the tool of one operation, with notes for an assistant beyond its summary. */
  private static <Q extends Record> Tool tool(FetchOperation<Q> operation, String advice) {
    return RecordTool.of(
        operation.spec().id(),
        operation.spec().summary() + advice,
        operation.spec().request(),
        FILLING,
        (request, call) -> {
          announce(request, call);
          return told(
              operation
                  .method()
                  .run(call.workspace(), request, new FetchNotifications(call.client())));
        });
  }

  /** Says beforehand what a large fetch takes. */
  private static void announce(Record request, ToolCall call) {
    if (request instanceof FetchEvents events) {
      FetchPlan plan = call.workspace().fetchPlan(FetchPlanRequest.of(events));
      if (plan.large()) {
        call.client().log("This fetch takes " + plan.words());
      }
    }
  }

  /** Returns the answer of a finished fetch. */
  static ToolAnswer told(FetchResult result) {
    String heading =
        "The table "
            + result.table()
            + " has "
            + result.rows()
            + " rows now; "
            + result.received()
            + " were received, "
            + result.duplicatesRemoved()
            + " were duplicates."
            + result.warnings().stream().map(warning -> "\nWarning: " + warning).collect(joining());
    return ToolAnswer.of(result, AnswerText.of(heading, result));
  }
}
