package dev.mixpaneldata.mcp.klavis;

import dev.mixpaneldata.app.projects.ProjectInfo;
import dev.mixpaneldata.catalogue.ResultType;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.export.Event;
import dev.mixpaneldata.expression.Expressions;
import dev.mixpaneldata.mcp.answer.AnswerText;
import dev.mixpaneldata.mcp.derived.RecordTool;
import dev.mixpaneldata.mcp.schema.Schemas;
import dev.mixpaneldata.mcp.tool.Tool;
import dev.mixpaneldata.mcp.tool.ToolAnswer;
import dev.mixpaneldata.mcp.tool.ToolCall;
import dev.mixpaneldata.mcp.tool.ToolKind;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.operation.Flatten;
import dev.mixpaneldata.operation.NoArguments;
import dev.mixpaneldata.operation.Param;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileList;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.ReportSource;
import dev.mixpaneldata.report.ReportTarget;
import dev.mixpaneldata.value.DateRange;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** The tools of the Klavis server. They count from local tables, or while they read. */
public final class KlavisTools {
  private static final int MOST_EVENTS = 10_000;
  private static final int MOST_TOP = 100;

  private KlavisTools() {}

  /**
   * All of them.
   *
   * @param ours the derived tools of this server, which some of them call
   * @param localTables whether they may count from local tables that have all they are about
   */
  public static List<Tool> all(List<Tool> ours, boolean localTables) {
    return Stream.of(counting(localTables), new KlavisReads(ours).all(), KlavisWrites.all())
        .flatMap(List::stream)
        .toList();
  }

  private static List<Tool> counting(boolean localTables) {
    return List.of(
        tool(
            "mixpanel_query_events",
            "Raw events of a period",
            EventQuery.class,
            KlavisAnswers.Events.class,
            (asked, call) -> query(asked, call, localTables)),
        tool(
            "mixpanel_get_event_count",
            "How many events and users a period has",
            CountQuery.class,
            KlavisAnswers.Count.class,
            (asked, call) -> count(asked, call, localTables)),
        tool(
            "mixpanel_get_top_events",
            "The most common events of a period",
            TopQuery.class,
            KlavisAnswers.Top.class,
            (asked, call) ->
                top(
                    asked.limit(),
                    asked.range(),
                    EventTally.of(call.workspace(), asked.range(), Optional.empty(), localTables))),
        tool(
            "mixpanel_get_todays_top_events",
            "The most common events of today (UTC)",
            TodayQuery.class,
            KlavisAnswers.Today.class,
            (asked, call) -> today(asked, call, localTables)),
        tool(
            "mixpanel_list_saved_funnels",
            "Saved funnels",
            NoArguments.class,
            KlavisAnswers.Funnels.class,
            (asked, call) -> funnels(call)),
        RecordTool.of(
            "mixpanel_get_projects",
            "Projects that the credentials reach.",
            NoArguments.class,
            tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE).output(Schemas.object()),
            (asked, call) -> projects(call)),
        tool(
            "mixpanel_get_project_info",
            "One project",
            ProjectQuery.class,
            ProjectInfo.class,
            KlavisTools::project),
        tool(
            "mixpanel_get_user_profile",
            "A user's profile",
            UserQuery.class,
            Profile.class,
            KlavisTools::profile),
        tool(
            "mixpanel_get_profile_event_activity",
            "What a user did",
            ActivityQuery.class,
            ActivityFeedResult.class,
            (asked, call) ->
                activity(
                    asked, localTables ? call.asking(ReportTarget.of(ReportSource.AUTO)) : call)));
  }

  private static <Q extends Record> Tool tool(
      String name,
      String description,
      Class<Q> type,
      Class<?> answer,
      BiFunction<Q, ToolCall, ToolAnswer> action) {
    return RecordTool.of(
        name,
        description + ".",
        type,
        RecordTool.answering(
            ResultType.of(answer), tool -> tool.in(Toolset.KLAVIS, ToolKind.SINGLE)),
        action);
  }

  /** Arguments of {@code mixpanel_query_events}. */
  record EventQuery(
      @Flatten DateRange range,
      @Param(help = "Only this event") Optional<String> event,
      @Param(help = Expressions.WHERE_HELP) Optional<String> where,
      @Param(help = "Maximum number, up to 10000", defaultValue = "1000") int limit) {
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
      @Param(help = "Maximum number, up to 100", defaultValue = "10") int limit) {}

  /** Arguments of {@code mixpanel_get_todays_top_events}. */
  record TodayQuery(@Param(help = "Maximum number, up to 100", defaultValue = "10") int limit) {}

  /** Arguments of {@code mixpanel_get_project_info}. */
  record ProjectQuery(@Param(help = "Id of the project") long projectId) {}

  /** Arguments of {@code mixpanel_get_user_profile}. */
  record UserQuery(@Param(help = "Distinct id of the user") String distinctId) {}

  /** Arguments of {@code mixpanel_get_profile_event_activity}. */
  record ActivityQuery(
      @Param(help = "Distinct id of the user") String distinctId,
      @Param(help = "First day, inclusive; 30 days ago by default") Optional<LocalDate> fromDate,
      @Param(help = "Last day, inclusive; today by default") Optional<LocalDate> toDate,
      @Param(help = "Number of latest events", defaultValue = "100") int limit) {}

  private static ToolAnswer query(EventQuery asked, ToolCall call, boolean localTables) {
    List<Event> events = RawEvents.of(asked, call.workspace(), localTables);
    String text = AnswerText.of("Events", events);
    return ToolAnswer.of(
        new KlavisAnswers.Events(true, headline(text), events, events.size()), text);
  }

  private static ToolAnswer count(CountQuery asked, ToolCall call, boolean localTables) {
    EventTally tally = EventTally.of(call.workspace(), asked.range(), asked.event(), localTables);
    String text =
        "%,d events of %,d users, %s, counted from %s"
            .formatted(tally.events(), tally.users(), asked.range(), tally.source());
    return ToolAnswer.of(
        new KlavisAnswers.Count(
            true,
            text,
            tally.events(),
            tally.users(),
            asked.range(),
            tally.byName(),
            asked.event()),
        text);
  }

  private static ToolAnswer today(TodayQuery asked, ToolCall call, boolean localTables) {
    LocalDate today = call.session().today();
    DateRange range = new DateRange(today, today);
    EventTally tally = EventTally.of(call.workspace(), range, Optional.empty(), localTables);
    List<EventTally.Share> top = tally.top(bounded(asked.limit()));
    String text = AnswerText.of("Most common events, " + range, top);
    return ToolAnswer.of(
        new KlavisAnswers.Today(
            true,
            headline(text),
            top,
            tally.events(),
            tally.users(),
            range,
            asked.limit(),
            top.size(),
            today,
            "today, UTC",
            true),
        text);
  }

  private static ToolAnswer top(int limit, DateRange range, EventTally tally) {
    List<EventTally.Share> top = tally.top(bounded(limit));
    String text = AnswerText.of("Most common events, " + range, top);
    return ToolAnswer.of(
        new KlavisAnswers.Top(
            true, headline(text), top, tally.events(), tally.users(), range, limit, top.size()),
        text);
  }

  private static int bounded(int limit) {
    return Math.max(1, Math.min(MOST_TOP, limit));
  }

  private static ToolAnswer funnels(ToolCall call) {
    List<SavedFunnels.Shown> funnels = SavedFunnels.of(call.workspace());
    String text = AnswerText.of("Saved funnels", funnels);
    return ToolAnswer.of(
        new KlavisAnswers.Funnels(true, headline(text), funnels, funnels.size()), text);
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
        call.context()
            .reports()
            .activityFeed(
                ActivityFeedRequest.of(List.of(asked.distinctId()), new DateRange(from, to))
                    .with(r -> r.limit(asked.limit())));
    return ToolAnswer.of(feed, AnswerText.of("Activity of " + asked.distinctId(), feed));
  }

  private static String headline(String text) {
    return text.lines().findFirst().orElse("");
  }
}
