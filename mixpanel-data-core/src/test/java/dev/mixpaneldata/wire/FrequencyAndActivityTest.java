package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

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

  @Test
  void theFeedIsInOrderOfTimeAndKeepsTheLatest() {
    answer("/query/stream/query", FEED);
    ActivityFeedResult result =
        workspace
            .reports()
            .activityFeed(
                ActivityFeedRequest.of(List.of("u", "v,w"), TWO_DAYS).with(r -> r.limit(2)));
    assertThat(sent("GET /api/query/stream/query"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("distinct_ids", "[\"u\",\"v,w\"]"),
            entry("from_date", "2026-01-05"),
            entry("to_date", "2026-01-06"));
    assertThat(result.events()).extracting(UserEvent::event).containsExactly("B", "C");
    assertThat(result.truncated()).isTrue();
    assertThat(result.totalEvents()).isEqualTo(4);
    assertThat(result.events().get(1).time()).contains(Instant.parse("2026-01-01T00:02:00.500Z"));
  }

  @Test
  void withoutDatesTheLastThirtyDaysAreAskedFor() {
    answer("/query/stream/query", FEED);
    ActivityFeedResult result =
        workspace
            .reports()
            .activityFeed(new ActivityFeedRequest(List.of("u"), Optional.empty(), 0));
    assertThat(sent("GET /api/query/stream/query"))
        .containsEntry("from_date", "2026-10-04")
        .containsEntry("to_date", "2026-11-02");
    assertThat(result.fromDate()).contains(LocalDate.of(2026, 10, 4));
    assertThat(result.events())
        .extracting(UserEvent::event)
        .containsExactly("No time", "A", "B", "C");
    assertThat(result.events().get(1).distinctId()).contains("17");
  }
}
