package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.report.ActivityFeedRequest;
import dev.mixpaneldata.report.ActivityFeedResult;
import dev.mixpaneldata.report.FrequencyRequest;
import dev.mixpaneldata.report.FrequencyResult;
import dev.mixpaneldata.report.UserEvent;
import dev.mixpaneldata.value.CalendarUnit;
import dev.mixpaneldata.value.DateRange;
import dev.mixpaneldata.value.HourOrDay;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrequencyAndActivityTest extends WireTestCase {
  private static final DateRange TWO_DAYS = DateRange.of("2026-01-05", "2026-01-06");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"data\": {\"2026-01-05\": [305, 107, 60]}}",
        "{\"2026-01-05\": [305, \"107\", 60]}",
        "{\"results\": {\"2026-01-05T00:00:00\": [305, 107, 60]}}"
      })
  void frequencyComesInSeveralEnvelopes(String body) {
    answer("/query/retention/addiction", body);
    FrequencyResult result =
        workspace.reports().frequency(FrequencyRequest.of(TWO_DAYS).with(r -> r.event("Open")));
    assertThat(sent("GET /api/query/retention/addiction"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-06"),
            entry("unit", "day"),
            entry("addiction_unit", "hour"),
            entry("event", "Open"));
    assertThat(result.data()).containsOnlyKeys("2026-01-05", "2026-01-06");
    assertThat(result.data().get("2026-01-05")).hasSize(24).startsWith(305L, 107L, 60L, 0L);
    assertThat(result.data().get("2026-01-06")).hasSize(24).containsOnly(0L);
  }

  @Test
  void segmentsOfAFrequencyStandBesideTheTotal() {
    answer(
        "/query/retention/addiction",
        """
        {"data": {"2026-01-05": {"$overall": [3, 1], "pro": [1, 1], "free": [2]}}}
        """);
    FrequencyRequest request =
        new FrequencyRequest(
            TWO_DAYS,
            CalendarUnit.WEEK,
            HourOrDay.DAY,
            Optional.empty(),
            Optional.empty(),
            Optional.of("plan"),
            Optional.of(5));
    FrequencyResult result = workspace.reports().frequency(request);
    assertThat(sent("GET /api/query/retention/addiction"))
        .containsEntry("on", "properties[\"plan\"]")
        .containsEntry("limit", "5")
        .containsEntry("unit", "week")
        .containsEntry("addiction_unit", "day");
    assertThat(result.data().get("2026-01-05")).containsExactly(3L, 1L, 0L, 0L, 0L, 0L, 0L);
    assertThat(result.segments()).containsOnlyKeys("pro", "free");
  }

  private static final String FEED =
      """
      {"status": "ok", "results": {"events": [
        {"event": "B", "properties": {"time": 1767225660, "$distinct_id": "u", "plan": "x"}},
        {"event": "A", "properties": {"time": "1767225600", "distinct_id": 17}},
        {"event": "No time", "properties": {}},
        {"event": "C", "properties": {"time": 1767225720500, "distinct_id": "u"}}]}}
      """;

  private static final String FEEDS = "/query/stream/bookmark";
  private static final String WORKSPACES = "/app/projects/12345/workspaces/public";

  /** The workspace 7 holds all data, if it is known. */
  private static void oneWorkspace() {
    answer(
        WORKSPACES,
        """
        {"results": [{"id": 5, "name": "All Project Data", "is_default": true},
          {"id": 7, "name": "Everything", "is_global": true, "is_visible": false}]}
        """);
  }

  private static List<LoggedRequest> feedRequests() {
    return requests().stream().filter(r -> r.getUrl().contains("/stream/")).toList();
  }

  private ActivityFeedResult feed(int limit) {
    return workspace
        .reports()
        .activityFeed(
            ActivityFeedRequest.of(List.of("u", "v,w"), TWO_DAYS).with(r -> r.limit(limit)));
  }

  @Test
  void theFeedIsInOrderOfTimeAndKeepsTheLatest() {
    oneWorkspace();
    answer(FEEDS, FEED);
    ActivityFeedResult result = feed(2);
    LoggedRequest request = feedRequests().get(0);
    assertThat(sent("POST /api/query/stream/bookmark", request))
        .containsOnly(entry("workspace_id", "7"));
    assertThat(request.getBodyAsString())
        .isEqualTo(
            "{\"project_id\":12345,\"workspace_id\":7,\"bookmark\":{\"dateRange\":{\"type\":"
                + "\"between\",\"from\":\"2026-01-05\",\"to\":\"2026-01-06\"},\"entries\":[]},"
                + "\"distinct_ids\":[\"u\",\"v,w\"],\"mode\":\"raw\"}");
    assertThat(result.events()).extracting(UserEvent::event).containsExactly("B", "C");
    assertThat(result.truncated()).isTrue();
    assertThat(result.totalEvents()).isEqualTo(4);
    assertThat(result.events().get(1).time()).contains(Instant.parse("2026-01-01T00:02:00.500Z"));
  }

  private static String page(String last, String... events) {
    String rows =
        Stream.of(events)
            .map(
                e ->
                    "{\"event\":\"%s\",\"properties\":{\"time\":%d,\"$insert_id\":\"%s\"}}"
                        .formatted(e, (int) e.charAt(0), e))
            .collect(Collectors.joining(","));
    return "{\"status\":\"ok\",\"results\":{\"events\":[%s],\"sentinel_event\":%s}}"
        .formatted(rows, last);
  }

  @Test
  void theFeedGoesOnAfterTheEventThatAPageEndedWith() {
    oneWorkspace();
    String last = "{\"event\":\"C\",\"properties\":{\"time\":67,\"$insert_id\":\"C\"}}";
    answer(FEEDS, page(last, "E", "D", "C"));
    server.stubFor(
        post(urlPathEqualTo("/api" + FEEDS))
            .withRequestBody(containing("sentinel_event"))
            .willReturn(jsonResponse(page("null", "C", "B", "B", "A"), 200)));
    ActivityFeedResult result = feed(0);
    assertThat(result.events())
        .extracting(UserEvent::event)
        .containsExactly("A", "B", "B", "C", "D", "E");
    assertThat(feedRequests()).hasSize(2);
    assertThat(feedRequests().get(1).getBodyAsString()).contains("\"sentinel_event\":" + last);
    assertThat(result.raw().orElseThrow().text()).startsWith("[{").endsWith("}]");
  }

  @Test
  void aFeedWithoutAnEndIsBounded() {
    oneWorkspace();
    for (int page = 0; page < 20; page++) {
      String before = "\"event\":\"" + page + "\"}";
      String last = "{\"event\":\"" + (page + 1) + "\"}";
      server.stubFor(
          post(urlPathEqualTo("/api" + FEEDS))
              .withRequestBody(page == 0 ? containing("mode") : containing(before))
              .willReturn(jsonResponse(page(last, (char) ('A' + page) + ""), 200)));
    }
    assertThat(feed(0).totalEvents()).isEqualTo(10);
    assertThat(feedRequests()).hasSize(10);
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 405, 410})
  void whereTheNewerCallIsGoneTheOlderOneIsMade(int status) {
    oneWorkspace();
    answer(FEEDS, status, "{\"error\": \"no\"}");
    answer("/query/stream/query", FEED);
    assertThat(feed(0).totalEvents()).isEqualTo(4);
    assertThat(sent("GET /api/query/stream/query", feedRequests().get(1)))
        .containsOnly(
            entry("project_id", "12345"),
            entry("distinct_ids", "[\"u\",\"v,w\"]"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-06"));
  }

  @Test
  void anErrorOfTheNewerCallIsNotAskedAgainElsewhere() {
    oneWorkspace();
    answer(FEEDS, 400, "{\"error\": \"Invalid query\"}");
    assertThatThrownBy(() -> feed(0)).hasMessageContaining("Invalid query");
    assertThat(feedRequests()).hasSize(1);
  }

  @Test
  void theWorkspaceIsLookedForInEveryListAndOnce() {
    answer(WORKSPACES, 403, "{\"error\": \"no\"}");
    answer(
        "/app/projects/metadata/index",
        """
        {"results": {"12345": {"workspaces": {"1": {"id": 1, "name": "Console"},
                                              "2": {"id": 2, "name": "Main", "is_default": true}}}}}
        """);
    answer(FEEDS, FEED);
    feed(0);
    feed(0);
    assertThat(feedRequests()).hasSize(2);
    assertThat(feedRequests().get(1).getUrl()).contains("workspace_id=2");
    assertThat(requests())
        .filteredOn(r -> r.getUrl().matches(".*(/workspaces/public|/metadata/index).*"))
        .hasSize(2);
  }

  @Test
  void withoutAWorkspaceTheOlderCallIsMade() {
    answer(WORKSPACES, "{\"results\": []}");
    answer("/app/projects/metadata/index", 404, "{}");
    answer("/app/me", 403, "{\"error\": \"no\"}");
    answer("/query/stream/query", FEED);
    assertThat(feed(0).totalEvents()).isEqualTo(4);
    assertThat(feedRequests()).hasSize(1);
  }

  @Test
  void withoutDatesTheLastThirtyDaysAreAskedFor() {
    oneWorkspace();
    answer(FEEDS, FEED);
    ActivityFeedResult result =
        workspace
            .reports()
            .activityFeed(new ActivityFeedRequest(List.of("u"), Optional.empty(), 0));
    assertThat(feedRequests().get(0).getBodyAsString())
        .contains("\"from\":\"2026-10-04\",\"to\":\"2026-11-02\"");
    assertThat(result.fromDate()).contains(LocalDate.of(2026, 10, 4));
    assertThat(result.events())
        .extracting(UserEvent::event)
        .containsExactly("No time", "A", "B", "C");
    assertThat(result.events().get(1).distinctId()).contains("17");
  }
}
