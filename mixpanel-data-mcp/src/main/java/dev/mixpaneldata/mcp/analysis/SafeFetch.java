package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
import dev.mixpaneldata.fetch.FetchPlan;
import dev.mixpaneldata.fetch.FetchPlanRequest;
import dev.mixpaneldata.fetch.FetchResult;
import dev.mixpaneldata.mcp.client.Client;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.fetching.FetchNotifications;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.TableEffect;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolHints;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

/**
 * A fetch that counts first and asks before it grows large. A client that cannot ask its user gets
 * the count and says {@code confirm: true} with the next call.
 */
final class SafeFetch {
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
        "Fetch events like fetch_events, but count them first and ask the user if"
            + " there are many.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class),
            tool ->
                tool.in(Toolset.GUIDED, ToolKind.INTERACTIVE)
                    .hints(ToolHints.FETCHES)
                    .touches(TableEffect.FILL)
                    .timeout(Tool.LONG_TIMEOUT)),
        SafeFetch::answer);
  }

  /** What it answers. */
  record Answer(
      String status,
      String tableName,
      DateRange period,
      Optional<Long> estimatedCount,
      long actualCount,
      String message,
      Optional<FetchPlan> estimation,
      Optional<FetchResult> fetch) {}

  private static ToolAnswer answer(Arguments asked, ToolCall call) {
    DateRange range = asked.period().range(call.session().today());
    FetchEvents request =
        FetchEvents.of(asked.table(), ExportQuery.of(range).with(q -> q.events(asked.events())));
    Optional<FetchPlan> plan = Optional.empty();
    // A fetch into a table that is there is refused anyhow, before anything is counted or asked.
    if (!asked.confirm() && !exists(asked.table(), call.workspace())) {
      FetchPlan counted = call.workspace().fetchPlan(new FetchPlanRequest(request, true));
      plan = Optional.of(counted);
      if (counted.events().map(n -> n > asked.confirmationThreshold()).orElse(true)) {
        String question = "Fetch into the table %s? %s".formatted(asked.table(), counted.words());
        String verdict = verdict(question, call);
        if (!verdict.equals("accepted")) {
          return answered(
              asked, range, verdict, plan, Optional.empty(), notFetched(verdict, question));
        }
      }
    }
    FetchResult fetched =
        call.workspace().fetch().events(request, new FetchNotifications(call.client()));
    String message = "The table %s has %,d rows.".formatted(fetched.table(), fetched.rows());
    return answered(asked, range, "completed", plan, Optional.of(fetched), message);
  }

  private static ToolAnswer answered(
      Arguments asked,
      DateRange range,
      String status,
      Optional<FetchPlan> plan,
      Optional<FetchResult> fetched,
      String message) {
    return ToolAnswer.of(
        new Answer(
            status,
            asked.table(),
            range,
            plan.flatMap(FetchPlan::events),
            fetched.map(FetchResult::rows).orElse(0L),
            message,
            plan,
            fetched),
        message);
  }

  private static String notFetched(String verdict, String question) {
    return verdict.equals("confirmation_required")
        ? question
            + " Nothing was fetched yet. It runs in parallel, takes a while, and"
            + " continues where it stopped. Ask the user, and call again with confirm:"
            + " true."
        : "Nothing was fetched: the user has " + verdict + ".";
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
}
