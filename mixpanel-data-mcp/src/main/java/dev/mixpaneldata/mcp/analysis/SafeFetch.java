package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.fetching.FetchProgress;
import dev.mixpaneldata.mcp.tool.Client;
import dev.mixpaneldata.mcp.tool.Hints;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.value.DateRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A fetch that counts first and asks before it grows large. A client that cannot ask its user gets
 * the count and says {@code confirm: true} with the next call.
 */
final class SafeFetch {
  /** The events that are counted where none are named; rarer ones hardly change the sum. */
  private static final int COUNTED = 100;

  /** What an event takes, measured: a compressed line, and a row of a table. */
  private static final double BYTES_AN_EVENT = 130;

  private SafeFetch() {}

  /** What it takes. */
  record Arguments(
      @Flatten Period period,
      @Param(help = "Only events of these names") List<String> events,
      @Param(help = "Local table to make", defaultValue = "events") String table,
      @Param(help = "Ask before fetching more events than this", defaultValue = "100000")
          long confirmationThreshold,
      @Param(help = "The user has agreed to a fetch of any size") boolean confirm) {}

  static Tool tool() {
    return RecordTool.of(
        "safe_large_fetch",
        "Fetch events like fetch_events, but count them first and ask the user when they are many.",
        Arguments.class,
        tool ->
            tool.in(Toolset.ANALYSIS, Tier.INTERACTIVE)
.output(Fields.of("status string", "table_name string", "period object", "estimated_count integer", "actual_count integer", "message string", "estimation object", "fetch object"))
                .hints(Hints.FETCHES)
                .touches(TableTouch.FILL)
                .timeout(Tool.LONG_TIMEOUT),
        SafeFetch::answer);
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    DateRange range = asked.period().range();
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("table_name", asked.table());
    result.put("period", range);
    long estimate = asked.confirm() ? 0 : count(call.workspace(), asked.events(), range);
    if (!asked.confirm()) {
      result.put("estimated_count", estimate);
      result.put(
          "estimation",
          "Counted by event_counts, about %.0f MB".formatted(estimate * BYTES_AN_EVENT / 1e6));
    }
    if (!asked.confirm() && estimate > asked.confirmationThreshold()) {
      String question =
          "Fetch about %,d events (%s, some %.0f MB) into the table %s?"
              .formatted(estimate, range, estimate * BYTES_AN_EVENT / 1e6, asked.table());
      String verdict = verdict(question, call);
      if (!verdict.equals("accepted")) {
        result.put("status", verdict);
        result.put("actual_count", 0);
        String message =
            verdict.equals("confirmation_required")
                ? question + " Ask the user, and call again with confirm: true."
                : "Nothing was fetched.";
        result.put("message", message);
        return ToolAnswer.of(result, message);
      }
    }
    FetchResult fetched =
        call.workspace()
            .fetch()
            .events(
                FetchEvents.of(asked.table(), range).withEvents(asked.events()),
                new FetchProgress(call.client()));
    result.put("status", "completed");
    result.put("actual_count", fetched.rows());
    result.put("fetch", fetched);
    String message = "The table %s has %,d rows.".formatted(fetched.table(), fetched.rows());
    result.put("message", message);
    return ToolAnswer.of(result, message);
  }

  private static String verdict(String question, ToolCall call) {
    if (call.client().user().isEmpty()) {
      return "confirmation_required";
    }
    Client.Reply reply =
        call.client()
            .user()
            .get()
            .ask(question, Schemas.object().optional("confirm", Schemas.flag("Fetch them")));
    boolean refused = Boolean.FALSE.equals(reply.values().get("confirm"));
    return switch (reply.verdict()) {
      case ACCEPTED -> refused ? "declined" : "accepted";
      case DECLINED -> "declined";
      case CANCELLED -> "cancelled";
    };
  }

  private static long count(Workspace workspace, List<String> events, DateRange range) {
    List<String> counted =
        events.isEmpty() ? workspace.discovery().events().stream().limit(COUNTED).toList() : events;
    if (counted.isEmpty()) {
      return 0;
    }
    return workspace
        .reports()
        .eventCounts(EventCountsRequest.of(counted, range))
        .series()
        .values()
        .stream()
        .flatMap(days -> days.values().stream())
        .mapToLong(Number::longValue)
        .sum();
  }
}
