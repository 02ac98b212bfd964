package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.fetching.FetchNotifications;
import dev.mixpaneldata.mcp.tool.Client;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Schemas;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
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
  /** What fits into an address. */
  private static final int NAMES_A_QUERY = 100;

  /** An estimate may cost so many of the 60 queries of an hour. */
  private static final int MOST_QUERIES = 5;

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
            tool.in(Toolset.ANALYSIS, ToolKind.INTERACTIVE)
                .output(
                    Fields.of(
                        "status string",
                        "table_name string",
                        "period object",
                        "estimated_count integer",
                        "actual_count integer",
                        "message string",
                        "estimation object",
                        "fetch object"))
                .hints(ToolHints.FETCHES)
                .touches(TableEffect.FILL)
                .timeout(Tool.LONG_TIMEOUT),
        SafeFetch::answer);
  }

  /**
   * What a fetch would bring.
   *
   * @param events how many events Mixpanel counts
   * @param megabytes about how much is downloaded and stored
   * @param namesCounted how many event names were counted, and {@code namesInAll} of how many
   */
  record Estimate(long events, double megabytes, int namesCounted, int namesInAll) {
    static Estimate of(long events, int counted, int all) {
      return new Estimate(events, Math.round(events * BYTES_AN_EVENT / 1e5) / 10.0, counted, all);
    }

    String words() {
      String part =
          namesCounted < namesInAll
              ? " of the first %d of %d event names".formatted(namesCounted, namesInAll)
              : "";
      return "about %,d events%s, some %,.0f MB".formatted(events, part, megabytes);
    }
  }

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    DateRange range = asked.period().range(call.session().today());
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("table_name", asked.table());
    result.put("period", range);
    // A fetch into a table that is there is refused anyhow, before anything is counted or asked.
    if (!asked.confirm() && !exists(asked.table(), call.workspace())) {
      Estimate estimate = estimate(call.workspace(), asked.events(), range);
      result.put("estimated_count", estimate.events());
      result.put("estimation", estimate);
      if (estimate.events() > asked.confirmationThreshold()) {
        String question =
            "Fetch %s (%s, %d days) into the table %s?"
                .formatted(estimate.words(), range, range.days(), asked.table());
        String verdict = verdict(question, call);
        if (!verdict.equals("accepted")) {
          return notFetched(verdict, question, result);
        }
      }
    }
    FetchResult fetched =
        call.workspace()
            .fetch()
            .events(
                FetchEvents.of(
                    asked.table(), ExportQuery.of(range).with(q -> q.events(asked.events()))),
                new FetchNotifications(call.client()));
    result.put("status", "completed");
    result.put("actual_count", fetched.rows());
    result.put("fetch", fetched);
    String message = "The table %s has %,d rows.".formatted(fetched.table(), fetched.rows());
    result.put("message", message);
    return ToolAnswer.of(result, message);
  }

  private static ToolAnswer notFetched(
      String verdict, String question, Map<String, Object> result) {
    result.put("status", verdict);
    result.put("actual_count", 0);
    String message =
        verdict.equals("confirmation_required")
            ? question
                + " Nothing was fetched yet. It runs in parallel, takes a while, and goes on where"
                + " it was if it is stopped. Ask the user, and call again with confirm: true."
            : "Nothing was fetched: the user has " + verdict + ".";
    result.put("message", message);
    return ToolAnswer.of(result, message);
  }

  private static boolean exists(String table, Workspace workspace) {
    return workspace.tables().list().stream().anyMatch(t -> t.name().equalsIgnoreCase(table));
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

  private static Estimate estimate(Workspace workspace, List<String> events, DateRange range) {
    List<String> names = events.isEmpty() ? workspace.discovery().events() : events;
    int counted = Math.min(names.size(), NAMES_A_QUERY * MOST_QUERIES);
    long sum = 0;
    for (int from = 0; from < counted; from += NAMES_A_QUERY) {
      List<String> some = names.subList(from, Math.min(counted, from + NAMES_A_QUERY));
      sum +=
          workspace
              .reports()
              .eventCounts(EventCountsRequest.of(some, range))
              .series()
              .values()
              .stream()
              .flatMap(days -> days.values().stream())
              .mapToLong(Number::longValue)
              .sum();
    }
    return Estimate.of(sum, counted, names.size());
  }
}
