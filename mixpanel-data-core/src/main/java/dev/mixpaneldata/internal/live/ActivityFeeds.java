package dev.mixpaneldata.internal.live;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.error.ApiException;
import dev.mixpaneldata.export.ProjectTimes;
import dev.mixpaneldata.http.ApiFamily;
import dev.mixpaneldata.http.Call;
import dev.mixpaneldata.http.MixpanelHttp;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.quota.Pacer;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.ReportListener;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.Json;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The events of users by {@code POST /stream/bookmark}, as Mixpanel's web application asks for
 * them. It needs a workspace; where none is known, or the endpoint is gone, the older {@code
 * /stream/query} is asked, which Mixpanel has deprecated.
 */
final class ActivityFeeds {
  /**
   * The most pages of one feed. The number of events on a page is not documented, and each page is
   * one query of the hour's 60.
   */
  static final int MOST_PAGES = 10;

  private final MixpanelHttp http;
  private final Pacer pacer;
  private final ProjectTimes times;
  private final Supplier<Optional<Long>> workspace;
  private final ReportListener listener;

  ActivityFeeds(
      MixpanelHttp http,
      Pacer pacer,
      ProjectTimes times,
      Supplier<Optional<Long>> workspace,
      ReportListener listener) {
    this.http = http;
    this.pacer = pacer;
    this.times = times;
    this.workspace = workspace;
    this.listener = listener;
  }

  ActivityFeedResult feed(ActivityFeedRequest request) {
    DateRange range = request.range().orElseGet(this::lastDays);
    List<Json> pages = pages(request, range);
    Optional<ZoneId> zone = times.of(range);
    List<UserEvent> events = new ArrayList<>();
    for (Json page : pages) {
      // A page may repeat the event that the one before ended with.
      Set<UserEvent> before = new HashSet<>(events);
      ActivityReader.read(page, zone).stream()
          .filter(event -> !before.contains(event))
          .forEach(events::add);
    }
    ActivityFeedRequest asked =
        ActivityFeedRequest.of(request.distinctIds(), range).with(r -> r.limit(request.limit()));
    return ActivityFeedResult.of(asked, events, Optional.of(raw(pages)));
  }

  private List<Json> pages(ActivityFeedRequest request, DateRange range) {
    Optional<Long> known = workspace.get();
    if (known.isPresent()) {
      try {
        return pages(request, range, known.get());
      } catch (ApiException e) {
        if (!e.isGone()) {
          throw e;
        }
      }
    }
    Call call =
        QueryReports.of("/stream/query", range)
            .jsonParameter("distinct_ids", request.distinctIds());
    return List.of(http.send(call).json());
  }

  private List<Json> pages(ActivityFeedRequest request, DateRange range, long workspaceId) {
    List<Json> pages = new ArrayList<>();
    @Nullable JsonNode next = null;
    do {
      Json page = http.send(call(request, range, workspaceId, next)).json();
      JsonNode results = Mappers.read(page.text()).path("results");
      JsonNode last = results.path("sentinel_event");
      boolean moves = !last.equals(next) && !results.path("events").isEmpty();
      next = last.isObject() && moves ? last : null;
      pages.add(page);
    } while (next != null && pages.size() < MOST_PAGES);
    if (next != null) {
      listener.warning(
          "Mixpanel has more events of these users than the "
              + MOST_PAGES
              + " pages that were fetched; ask for fewer days or users.");
    }
    return pages;
  }

  private Call call(
      ActivityFeedRequest request, DateRange range, long workspaceId, @Nullable JsonNode after) {
    Map<String, Object> days = new LinkedHashMap<>();
    days.put("type", "between");
    days.put("from", range.from().toString());
    days.put("to", range.to().toString());
    Map<String, Object> bookmark = new LinkedHashMap<>();
    bookmark.put("dateRange", days);
    bookmark.put("entries", List.of());
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("project_id", Long.parseLong(http.credentials().projectId()));
    body.put("workspace_id", workspaceId);
    body.put("bookmark", bookmark);
    body.put("distinct_ids", request.distinctIds());
    body.put("mode", "raw");
    if (after != null) {
      body.put("sentinel_event", after);
    }
    return Call.post(ApiFamily.QUERY, "/stream/bookmark")
        .withoutProjectId()
        // A data view that was chosen is in the address of every query.
        .parameter("workspace_id", http.dataView().isPresent() ? null : workspaceId)
        .idempotent()
        .json(body);
  }

  /** Returns the answer as it was sent; several pages as a list. */
  private static Json raw(List<Json> pages) {
    return pages.size() == 1
        ? pages.get(0)
        : new Json(pages.stream().map(Json::text).collect(Collectors.joining(",", "[", "]")));
  }

  private DateRange lastDays() {
    LocalDate today = LocalDate.ofInstant(pacer.now(), times.known().orElse(ZoneOffset.UTC));
    return new DateRange(today.minusDays(ActivityFeedRequest.DEFAULT_DAYS - 1), today);
  }
}
