package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.app.projects.ProjectInfo;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.export.ExportQuery;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.tool.Fields;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.profile.ProfileList;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The reading half of the Klavis server. It counts while it reads and keeps nothing in memory. */
public final class KlavisTools {
  private static final int MOST_EVENTS = 10_000;

  private KlavisTools() {}

  /** All of them. */
  public static List<Tool> all() {
    return List.of(
        tool(
            "mixpanel_query_events",
            "Raw events of a period",
            EventQuery.class,
            KlavisTools::query,
            "success boolean",
            "message string",
            "events array",
            "count integer"),
        tool(
            "mixpanel_get_event_count",
            "How many events and users a period has",
            CountQuery.class,
            KlavisTools::count,
            "success boolean",
            "message string",
            "total_events integer",
            "unique_users integer",
            "date_range object",
            "event_breakdown object",
            "filtered_event string?"),
        tool(
            "mixpanel_get_top_events",
            "The commonest events of a period",
            TopQuery.class,
            (asked, call) -> top(asked.range(), asked.limit(), call, Map.of()),
            "success boolean",
            "message string",
            "top_events array",
            "total_events_analyzed integer",
            "unique_users integer",
            "date_range object",
            "limit_requested integer",
            "events_returned integer"),
        tool(
            "mixpanel_get_todays_top_events",
            "The commonest events of today (UTC)",
            TodayQuery.class,
            KlavisTools::today,
            "success boolean",
            "message string",
            "top_events array",
            "total_events_analyzed integer",
            "unique_users integer",
            "date_range object",
            "limit_requested integer",
            "events_returned integer",
            "date string",
            "date_description string",
            "is_today boolean"),
        tool(
            "mixpanel_list_saved_funnels",
            "Saved funnels",
            NoArguments.class,
            (asked, call) -> funnels(call),
            "success boolean",
            "message string",
            "funnels array",
            "total_funnels integer"),
        tool(
            "mixpanel_get_projects",
            "Projects that the credentials reach",
            NoArguments.class,
            (asked, call) -> projects(call)),
        tool(
            "mixpanel_get_project_info",
            "One of those projects",
            ProjectQuery.class,
            KlavisTools::project,
            "id integer",
            "name string"),
        tool(
            "mixpanel_get_user_profile",
            "A user's profile",
            UserQuery.class,
            KlavisTools::profile,
            "distinct_id string",
            "properties object"),
        tool(
            "mixpanel_get_profile_event_activity",
            "What a user did",
            ActivityQuery.class,
            KlavisTools::activity,
            "distinct_ids array",
            "events array",
            "truncated boolean",
            "total_events integer"));
  }

  private static <Q extends Record> Tool tool(
      String name,
      String description,
      Class<Q> type,
      BiFunction<Q, ToolCall, ToolAnswer> action,
      String... fields) {
    return RecordTool.of(
        name,
        description + ".",
        type,
        tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE).output(Fields.of(fields)),
        action);
  }

  /** Arguments of {@code mixpanel_query_events}. */
  record EventQuery(
      @Flatten DateRange range,
      @Param(help = "Only this event") Optional<String> event,
      @Param(help = "Only events that this expression is true for") Optional<String> where,
      @Param(help = "At most so many, up to 10000", defaultValue = "1000") int limit) {
    EventQuery {
      if (limit < 1 || limit > MOST_EVENTS) {
        throw MixpanelDataException.invalidArgument(
            "The limit is " + limit + ".", "Choose 1 to " + MOST_EVENTS + ".");
      }
    }
  }

  /** Arguments of {@code mixpanel_get_event_count}. */
  record CountQuery(
      @Flatten DateRange range, @Param(help = "Only this event") Optional<String> event) {}

  /** Arguments of {@code mixpanel_get_top_events}. */
  record TopQuery(
      @Flatten DateRange range,
      @Param(help = "How many, up to 100", defaultValue = "10") int limit) {}

  /** Arguments of {@code mixpanel_get_todays_top_events}. */
  record TodayQuery(@Param(help = "How many, up to 100", defaultValue = "10") int limit) {}

  /** Arguments of {@code mixpanel_get_project_info}. */
  record ProjectQuery(@Param(help = "Id of the project") long projectId) {}

  /** Arguments of {@code mixpanel_get_user_profile}. */
  record UserQuery(@Param(help = "Distinct id of the user") String distinctId) {}

  /** Arguments of {@code mixpanel_get_profile_event_activity}. */
  record ActivityQuery(
      @Param(help = "Distinct id of the user") String distinctId,
      @Param(help = "First day, inclusive; 30 days ago by default") Optional<LocalDate> fromDate,
      @Param(help = "Last day, inclusive; today by default") Optional<LocalDate> toDate,
      @Param(help = "The latest so many events", defaultValue = "100") int limit) {}

  private static ToolAnswer query(EventQuery asked, ToolCall call) {
    ExportQuery query =
        new ExportQuery(
            asked.range(),
            asked.event().map(List::of).orElse(List.of()),
            asked.where(),
            Optional.of((long) asked.limit()));
    try (Stream<Event> lines = call.workspace().export().events(query)) {
      List<Event> events = lines.limit(asked.limit()).toList();
      Map<String, Object> result = successful();
      result.put("events", events);
      result.put("count", events.size());
      return told(result, AnswerText.of("Events", events));
    }
  }

  private static ToolAnswer count(CountQuery asked, ToolCall call) {
    EventTally tally = EventTally.of(call.workspace(), asked.range(), asked.event());
    Map<String, Object> result = successful();
    result.put("total_events", tally.events());
    result.put("unique_users", tally.users());
    result.put("date_range", asked.range());
    result.put("event_breakdown", tally.byName());
    result.put("filtered_event", asked.event());
    return told(
        result,
        "%,d events of %,d users, %s".formatted(tally.events(), tally.users(), asked.range()));
  }

  private static ToolAnswer today(TodayQuery asked, ToolCall call) {
    LocalDate today = call.session().today();
    Map<String, Object> more = new LinkedHashMap<>();
    more.put("date", today);
    more.put("date_description", "today, UTC");
    more.put("is_today", true);
    return top(new DateRange(today, today), asked.limit(), call, more);
  }

  private static ToolAnswer top(
      DateRange range, int limit, ToolCall call, Map<String, Object> more) {
    EventTally tally = EventTally.of(call.workspace(), range, Optional.empty());
    List<EventTally.Share> top = tally.top(Math.max(1, Math.min(100, limit)));
    Map<String, Object> result = successful();
    result.put("top_events", top);
    result.put("total_events_analyzed", tally.events());
    result.put("unique_users", tally.users());
    result.put("date_range", range);
    result.put("limit_requested", limit);
    result.put("events_returned", top.size());
    result.putAll(more);
    return told(result, AnswerText.of("Commonest events, " + range, top));
  }

  private static ToolAnswer funnels(ToolCall call) {
    List<SavedFunnels.Shown> funnels = SavedFunnels.of(call.workspace());
    Map<String, Object> result = successful();
    result.put("funnels", funnels);
    result.put("total_funnels", funnels.size());
    return told(result, AnswerText.of("Saved funnels", funnels));
  }

  private static ToolAnswer projects(ToolCall call) {
    List<ProjectInfo> projects = call.workspace().app().projects().me().projects();
    Map<String, Object> byId = new LinkedHashMap<>();
    projects.forEach(p -> byId.put(String.valueOf(p.id()), p));
    return ToolAnswer.of(byId, AnswerText.of("Projects", projects));
  }

  private static ToolAnswer project(ProjectQuery asked, ToolCall call) {
    ProjectInfo project =
        call.workspace().app().projects().me().projects().stream()
            .filter(p -> p.id() == asked.projectId())
            .findFirst()
            .orElseThrow(
                () ->
                    new MixpanelDataException(
                        ErrorCode.NOT_FOUND,
                        "The credentials do not reach project " + asked.projectId() + ".",
                        "mixpanel_get_projects lists those they reach."));
    return ToolAnswer.of(project, AnswerText.of("Project", project));
  }

  private static ToolAnswer profile(UserQuery asked, ToolCall call) {
    ProfileList found =
        call.workspace()
            .profiles()
            .query(
                ProfileQueryRequest.of(
                        ProfileQuery.all().with(q -> q.distinctIds(List.of(asked.distinctId()))))
                    .with(r -> r.limit(1)));
    if (found.profiles().isEmpty()) {
      throw new MixpanelDataException(
          ErrorCode.NOT_FOUND,
          "There is no profile of '" + asked.distinctId() + "'.",
          "Check the distinct id; users without a profile have events only.");
    }
    return ToolAnswer.of(
        found.profiles().get(0), AnswerText.of("Profile", found.profiles().get(0)));
  }

  private static ToolAnswer activity(ActivityQuery asked, ToolCall call) {
    LocalDate to = asked.toDate().orElseGet(() -> call.session().today());
    LocalDate from = asked.fromDate().orElse(to.minusDays(30));
    ActivityFeedResult feed =
        call.workspace()
            .reports()
            .activityFeed(
                ActivityFeedRequest.of(List.of(asked.distinctId()), new DateRange(from, to))
                    .with(r -> r.limit(asked.limit())));
    return ToolAnswer.of(feed, AnswerText.of("Activity of " + asked.distinctId(), feed));
  }

  private static Map<String, Object> successful() {
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("success", true);
    return result;
  }

  private static ToolAnswer told(Map<String, Object> result, String text) {
    result.put("message", text.lines().findFirst().orElse(""));
    return ToolAnswer.of(result, text);
  }
}
