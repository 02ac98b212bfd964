package dev.mixpaneldata.mcp.analysis;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.fetch.FetchEvents;
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
import dev.mixpaneldata.report.EventCountsRequest;
import dev.mixpaneldata.value.DateRange;
import java.util.List;
import java.util.Optional;

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

  static Tool tool(Names.Source names) {
    return RecordTool.of(
        "safe_large_fetch",
        "Fetch events like fetch_events, but count them first and ask the user if"
            + " there are many.",
        Arguments.class,
        RecordTool.answering(
            ResultType.of(Answer.class),
            tool ->
                tool.in(Toolset.ANALYSIS, ToolKind.INTERACTIVE)
                    .hints(ToolHints.FETCHES)
                    .touches(TableEffect.FILL)
                    .timeout(Tool.LONG_TIMEOUT)),
        (asked, call) -> answer(asked, call, names));
  }

  /** What it answers. */
  record Answer(
      String status,
      String tableName,
      DateRange period,
      Optional<Long> estimatedCount,
      long actualCount,
      String message,
      Optional<Estimate> estimation,
      Optional<FetchResult> fetch) {}

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

  private static ToolAnswer answer(Arguments asked, ToolCall call, Names.Source source) {
    DateRange range = asked.period().range(call.session().today());
    Optional<Estimate> estimate = Optional.empty();
    // A fetch into a table that is there is refused anyhow, before anything is counted or asked.
    if (!asked.confirm() && !exists(asked.table(), call.workspace())) {
      Estimate counted = estimate(call.workspace(), asked.events(), range, source);
      estimate = Optional.of(counted);
      if (counted.events() > asked.confirmationThreshold()) {
        String question =
            "Fetch %s (%s, %d days) into the table %s?"
                .formatted(counted.words(), range, range.days(), asked.table());
        String verdict = verdict(question, call);
        if (!verdict.equals("accepted")) {
          return answered(
              asked, range, verdict, estimate, Optional.empty(), notFetched(verdict, question));
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
    String message = "The table %s has %,d rows.".formatted(fetched.table(), fetched.rows());
    return answered(asked, range, "completed", estimate, Optional.of(fetched), message);
  }

  private static ToolAnswer answered(
      Arguments asked,
      DateRange range,
      String status,
      Optional<Estimate> estimate,
      Optional<FetchResult> fetched,
      String message) {
    return ToolAnswer.of(
        new Answer(
            status,
            asked.table(),
            range,
            estimate.map(Estimate::events),
            fetched.map(FetchResult::rows).orElse(0L),
            message,
            estimate,
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

  private static Estimate estimate(
      Workspace workspace, List<String> events, DateRange range, Names.Source source) {
    List<String> names = events.isEmpty() ? source.over(workspace, range).events() : events;
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
