package dev.mixpaneldata.mcp.resource;

import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.Visible;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.answer.JsonPages;
import dev.mixpaneldata.mcp.resource.Completions.Kind;
import dev.mixpaneldata.mcp.session.ResultStore;
import dev.mixpaneldata.mcp.session.Session;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.RetentionRequest;
import dev.mixpaneldata.report.SegmentationRequest;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/** The resources of this server, under the addresses of the Python server. */
public final class Resources {
  private static final int RETENTION_WEEKS = 12;
  private static final int JOURNEY_DAYS = 90;
  private static final int JOURNEY_EVENTS = 100;
  private static final int USUAL_TREND_DAYS = 30;
  private static final int SHORT_TREND_DAYS = 7;
  private static final int LONGEST_TREND_DAYS = 365;

  private Resources() {}

  /** Returns all resources. */
  public static List<Resource> all() {
    return List.of(
        fixed(
            "workspace://info",
            "Workspace",
            "Project, region, account, database file and tables",
            s -> s.workspace().info()),
        fixed("workspace://tables", "Tables", "Local tables", s -> s.workspace().tables().list()),
        fixed("schema://events", "Events", "Event names", s -> s.workspace().discovery().events()),
        fixed(
            "schema://funnels",
            "Funnels",
            "Saved funnels",
            s -> s.workspace().discovery().funnels()),
        fixed(
            "schema://cohorts",
            "Cohorts",
            "Saved cohorts",
            s -> s.workspace().discovery().cohorts()),
        fixed(
            "schema://bookmarks",
            "Saved reports",
            "Saved reports",
            s -> s.workspace().app().bookmarks().list(Optional.empty())),
        fixed(
            "recipes://weekly-review",
            "Weekly review",
            "Five steps to review last week",
            s -> Recipes.weeklyReview(s.today())),
        fixed(
            "recipes://churn-investigation",
            "Churn investigation",
            "Five steps to find out who stops using the product",
            s -> Recipes.churnInvestigation(s.today())),
        template(
            "analysis://retention/{event}/weekly",
            "Weekly retention",
            "Who comes back to an event, twelve weeks",
            Map.of("event", Kind.EVENT),
            (s, v) -> retention(s, Objects.requireNonNull(v.get("event")))),
        template(
            "analysis://trends/{event}/{days}",
            "Trend",
            "An event by day, for up to 365 days",
            Map.of("event", Kind.EVENT),
            (s, v) ->
                trend(
                    s,
                    Objects.requireNonNull(v.get("event")),
                    Objects.requireNonNull(v.get("days")))),
        template(
            "users://{id}/journey",
            "Journey",
            "What a user did in 90 days",
            Map.of(),
            (s, v) -> journey(s, Objects.requireNonNull(v.get("id")), lastDaysAndToday(s))),
        template(
            "users://{id}/journey/{from_date}/{to_date}",
            "Journey in some days",
            "What a user did from one day to another, inclusive, yyyy-mm-dd",
            Map.of(),
            (s, v) ->
                journey(
                    s,
                    Objects.requireNonNull(v.get("id")),
                    DateRange.of(
                        Objects.requireNonNull(v.get("from_date")),
                        Objects.requireNonNull(v.get("to_date"))))),
        template(
            ResultStore.SCHEME + "{id}",
            "Whole answer",
            "An answer of this session that was too long to return whole",
            Map.of(),
            (s, v) -> new Json(kept(s, Objects.requireNonNull(v.get("id"))))),
        template(
            ResultStore.SCHEME + "{id}/{page}",
            "Page of an answer",
            "A page of such an answer, the first being 1; each says how many there are",
            Map.of(),
            (s, v) ->
                page(
                    kept(s, Objects.requireNonNull(v.get("id"))),
                    Objects.requireNonNull(v.get("page")))));
  }

  private static Resource fixed(
      String address, String name, String description, Function<Session, Object> read) {
    return new Resource(address, name, description, Map.of(), (session, v) -> read.apply(session));
  }

  private static Resource template(
      String address,
      String name,
      String description,
      Map<String, Kind> completed,
      java.util.function.BiFunction<Session, Map<String, String>, Object> read) {
    return new Resource(address, name, description, completed, read);
  }

  /** Returns this many days, up to yesterday. */
  private static DateRange lastDays(Session session, int days) {
    LocalDate today = session.today();
    return new DateRange(today.minusDays(days), today.minusDays(1));
  }

  private static Object retention(Session session, String event) {
    DateRange range = lastDays(session, 7 * RETENTION_WEEKS);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("event", event);
    result.put("period", "weekly");
    result.put("from_date", range.from());
    result.put("to_date", range.to());
    result.put("weeks", RETENTION_WEEKS);
    result.put(
        "data",
        session
            .workspace()
            .reports()
            .retention(
                RetentionRequest.of(event, event, range)
                    .with(r -> r.unit(CalendarUnit.WEEK).intervalCount(RETENTION_WEEKS))));
    return result;
  }

  private static Object trend(Session session, String event, String days) {
    int asked = days.matches("-?[0-9]{1,9}") ? Integer.parseInt(days) : USUAL_TREND_DAYS;
    int used = asked < 1 ? SHORT_TREND_DAYS : Math.min(asked, LONGEST_TREND_DAYS);
    DateRange range = lastDays(session, used);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("event", event);
    result.put("days", used);
    result.put("from_date", range.from());
    result.put("to_date", range.to());
    result.put("unit", "day");
    result.put(
        "data", session.workspace().reports().segmentation(SegmentationRequest.of(event, range)));
    return result;
  }

  private static DateRange lastDaysAndToday(Session session) {
    LocalDate today = session.today();
    return new DateRange(today.minusDays(JOURNEY_DAYS), today);
  }

  private static Object journey(Session session, String id, DateRange range) {
    ActivityFeedResult feed =
        session
            .workspace()
            .reports()
            .activityFeed(ActivityFeedRequest.of(List.of(id), range).with(r -> r.limit(0)));
    Map<String, Integer> breakdown = new TreeMap<>();
    feed.events().forEach(e -> breakdown.merge(e.event(), 1, Integer::sum));
    int all = feed.events().size();
    Map<String, Object> summary = new LinkedHashMap<>();
    summary.put("total_events", all);
    summary.put("unique_events", breakdown.size());
    summary.put("event_breakdown", breakdown);
    Map<String, Object> result = new LinkedHashMap<>();
    result.put("distinct_id", id);
    result.put("from_date", range.from());
    result.put("to_date", range.to());
    result.put("summary", summary);
    result.put("events", feed.events().subList(Math.max(0, all - JOURNEY_EVENTS), all));
    result.put("truncated", all > JOURNEY_EVENTS);
    return result;
  }

  private static Object page(String json, String number) {
    JsonPages pages = JsonPages.of(Mappers.read(json));
    if (!number.matches("[0-9]{1,9}")
        || Integer.parseInt(number) < 1
        || Integer.parseInt(number) > pages.count()) {
      throw new MixpanelDataException(
          ErrorCode.NOT_FOUND,
          "The answer has no page " + Visible.line(number) + ".",
          "Its pages are 1 to " + pages.count() + ".");
    }
    return new Json(pages.page(Integer.parseInt(number)).toString());
  }

  private static String kept(Session session, String id) {
    return session
        .results()
        .read(ResultStore.SCHEME + id)
        .orElseThrow(
            () ->
                new MixpanelDataException(
                    ErrorCode.NOT_FOUND,
                    "This answer is no longer kept.",
                    "Call the tool again; answers are kept for their session, the last 50 of"
                        + " them."));
  }
}
