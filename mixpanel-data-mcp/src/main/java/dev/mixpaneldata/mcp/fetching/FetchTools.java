package dev.mixpaneldata.mcp.fetching;

import static java.util.stream.Collectors.joining;

import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.fetch.SyncEvents;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Hints;
import dev.mixpaneldata.mcp.tool.TableTouch;
import dev.mixpaneldata.mcp.tool.Tier;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolBuilder;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Param;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Filling tables. Written by hand because a fetch takes minutes: it tells how far it is, and goes
 * on where it was when it is called again after it was stopped.
 */
public final class FetchTools {
  private static final UnaryOperator<ToolBuilder> FILLING =
      RecordTool.answering(
          ResultType.of(FetchResult.class),
          tool ->
              tool.in(Toolset.FETCH, Tier.SINGLE)
                  .hints(Hints.FETCHES)
                  .touches(TableTouch.FILL)
                  .timeout(Tool.LONG_TIMEOUT));

  private FetchTools() {}

  /** All of them. */
  public static List<Tool> all() {
    return List.of(
        RecordTool.of(
            "fetch_events",
            "Copy events of a date range into a local table, for sql and reports without a quota."
                + " Any range works. A stopped fetch continues when it is called again.",
            EventsArguments.class,
            FILLING,
            FetchTools::events),
        RecordTool.of(
            "fetch_profiles",
            "Copy user or group profiles into a local table.",
            ProfilesArguments.class,
            FILLING,
            FetchTools::profiles),
        RecordTool.of(
            "sync_table",
            "Bring a local table of events up to now; the last days are fetched again for late"
                + " events.",
            SyncArguments.class,
            FILLING,
            FetchTools::sync));
  }

  /** What a sync is asked. */
  record SyncArguments(
      @Param(help = "Local table of events") String table,
      @Param(help = "How many of the last days to fetch again, 1 to 100", defaultValue = "5")
          int lookbackDays,
      @Param(help = "Downloads at the same time, 1 to 16", defaultValue = "4") int workers) {}

  private static ToolAnswer events(EventsArguments arguments, ToolCall call) {
    return told(
        call.workspace().fetch().events(arguments.request(), new FetchProgress(call.client())));
  }

  private static ToolAnswer profiles(ProfilesArguments arguments, ToolCall call) {
    return told(
        call.workspace().fetch().profiles(arguments.request(), new FetchProgress(call.client())));
  }

  private static ToolAnswer sync(SyncArguments arguments, ToolCall call) {
    SyncEvents request =
        new SyncEvents(arguments.table(), arguments.lookbackDays(), arguments.workers());
    return told(call.workspace().fetch().sync(request, new FetchProgress(call.client())));
  }

  /** What a finished fetch says. */
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
