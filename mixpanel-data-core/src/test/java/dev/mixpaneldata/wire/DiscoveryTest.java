package dev.mixpaneldata.wire;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.mixpaneldata.Workspace;
import dev.mixpaneldata.discovery.FunnelInfo;
import dev.mixpaneldata.discovery.PropertyValuesRequest;
import dev.mixpaneldata.discovery.SavedCohort;
import dev.mixpaneldata.discovery.TopEvent;
import dev.mixpaneldata.discovery.TopEventsRequest;
import dev.mixpaneldata.error.ErrorCode;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.http.AnswerCache;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DiscoveryTest extends WireTestCase {
  @Test
  void eventNamesAreSorted() {
    answer("/query/events/names", "[\"b\", \"C\", \"a\"]");
    assertThat(workspace.discovery().events()).containsExactly("C", "a", "b");
    assertThat(sent("GET /api/query/events/names"))
        .containsOnly(
            entry("project_id", "12345"), entry("type", "general"), entry("limit", "5000"));
  }

  @Test
  void anAnswerIsKeptForFiveMinutesAndNoLonger() {
    answer("/query/events/names", "[\"a\"]");
    workspace.discovery().events();
    time.advance(AnswerCache.LIFETIME.minusMillis(1));
    workspace.discovery().events();
    assertThat(requests()).hasSize(1);
    time.advance(Duration.ofMillis(1));
    workspace.discovery().events();
    assertThat(requests()).hasSize(2);
  }

  @Test
  void refreshingForgetsWhatIsKept() {
    answer("/query/events/names", "[\"a\"]");
    workspace.discovery().events();
    assertThat(workspace.discovery().refresh().forgotten()).isEqualTo(1);
    workspace.discovery().events();
    assertThat(requests()).hasSize(2);
  }

  @Test
  void aRefreshingWorkspaceAsksAnewAndKeepsTheNewAnswer() {
    answer("/query/events/names", "[\"a\"]");
    workspace.discovery().events();
    answer("/query/events/names", "[\"b\"]");
    assertThat(workspace.discovery().refreshing().events()).containsExactly("b");
    assertThat(workspace.discovery().events()).containsExactly("b");
    assertThat(requests()).hasSize(2);
  }

  @Test
  void theCacheCanBeSwitchedOff() {
    answer("/query/events/names", "[\"a\"]");
    Workspace forgetful =
        Workspace.builder()
            .credentials(workspace.http().credentials())
            .baseUrl(server.baseUrl())
            .dataDirectory(folder)
            .pacer(time.pacer())
            .discoveryLifetime(Duration.ZERO)
            .open();
    forgetful.discovery().events();
    forgetful.discovery().events();
    assertThat(requests()).hasSize(2);
  }

  @Test
  void aFailureIsNotKept() {
    answer("/query/events/names", 400, "{\"error\": \"no\"}");
    assertThatThrownBy(() -> workspace.discovery().events())
        .isInstanceOf(MixpanelDataException.class);
    answer("/query/events/names", "[\"a\"]");
    assertThat(workspace.discovery().events()).containsExactly("a");
  }

  @Test
  void propertiesAreSortedAndMayLackACount() {
    answer("/query/events/properties/top", "{\"plan\": {\"count\": 295}, \"$city\": {}}");
    assertThat(workspace.discovery().properties("Sign up")).containsExactly("$city", "plan");
    assertThat(sent("GET /api/query/events/properties/top"))
        .containsOnly(
            entry("project_id", "12345"), entry("event", "Sign up"), entry("limit", "1000"));
  }

  @Test
  void anUnknownEventIsNamedWithThoseLikeIt() {
    answer("/query/events/properties/top", "{}");
    answer("/query/events/names", "[\"Sign up\", \"Purchase\", \"Sign out\"]");
    assertThatThrownBy(() -> workspace.discovery().properties("sign_up"))
        .isInstanceOfSatisfying(
            MixpanelDataException.class,
            e -> {
              assertThat(e.code()).isEqualTo(ErrorCode.NOT_FOUND);
              assertThat(e.hint().orElse("")).contains("Sign up").doesNotContain("Purchase");
            });
  }

  @Test
  void anEmptyProjectHasNothingAndNoErrors() {
    answer("/query/events/properties/top", "{}");
    answer("/query/events/names", "[]");
    answer("/query/events/top", "{\"events\": [], \"type\": \"general\"}");
    answer("/query/funnels/list", "[]");
    answer("/query/cohorts/list", "[]");
    assertThat(workspace.discovery().properties("Any")).isEmpty();
    assertThat(workspace.discovery().topEvents(TopEventsRequest.of())).isEmpty();
    assertThat(workspace.discovery().funnels()).isEmpty();
    assertThat(workspace.discovery().cohorts()).isEmpty();
  }

  @Test
  void valuesMayBeOfAnyEvent() {
    answer("/query/events/properties/values", "[\"b\", \"a\", 3]");
    assertThat(workspace.discovery().propertyValues(PropertyValuesRequest.of("plan")))
        .containsExactly("b", "a", "3");
    assertThat(sent("GET /api/query/events/properties/values"))
        .containsOnly(entry("project_id", "12345"), entry("name", "plan"), entry("limit", "100"));
    workspace
        .discovery()
        .propertyValues(new PropertyValuesRequest("plan", Optional.of("Buy"), 100));
    assertThat(sent("GET /api/query/events/properties/values", requests().get(1)))
        .containsEntry("event", "Buy");
  }

  @Test
  void topEventsAreNeverKept() {
    answer(
        "/query/events/top",
        "{\"events\": [{\"amount\": \"75\", \"event\": \"A\", \"percent_change\": -0.2}]}");
    workspace.discovery().topEvents(TopEventsRequest.of());
    assertThat(sent("GET /api/query/events/top"))
        .containsOnly(entry("project_id", "12345"), entry("type", "general"), entry("limit", "10"));
    assertThat(workspace.discovery().topEvents(TopEventsRequest.of()))
        .containsExactly(new TopEvent("A", 75, Optional.of(-0.2)));
    assertThat(requests()).hasSize(2);
  }

  @Test
  void theStepsOfAFunnelComeFromItsBookmark() {
    answer(
        "/query/funnels/list",
        "[{\"funnel_id\": 1, \"name\": \"Old\"}, {\"funnel_id\": \"2\", \"name\": \"New\"},"
            + " {\"funnel_id\": 3, \"name\": \"Gone\"}]");
    answer(
        "/app/projects/12345/bookmarks",
        """
        {"status": "ok", "results": {"results": [
          {"id": 91, "name": "Old", "type": "funnels",
           "params": {"funnel_id": 1, "steps": [{}, {}, {}]}},
          {"id": 2, "name": "New", "type": "funnels", "params":
           {"sections": {"show": [{"behavior": {"type": "funnel", "behaviors": [{}, {}]}}]}}}]}}
        """);
    assertThat(workspace.discovery().funnels())
        .containsExactly(
            new FunnelInfo(1, "Old", Optional.of(3)),
            new FunnelInfo(2, "New", Optional.of(2)),
            new FunnelInfo(3, "Gone", Optional.empty()));
  }

  @Test
  void funnelsAreListedAlsoWhereTheAppApiRefuses() {
    answer("/query/funnels/list", "[{\"funnel_id\": 1, \"name\": \"Old\"}]");
    answer("/app/projects/12345/bookmarks", 403, "{\"status\": \"error\", \"error\": \"no\"}");
    assertThat(workspace.discovery().funnels())
        .containsExactly(new FunnelInfo(1, "Old", Optional.empty()));
  }

  @Test
  void cohortsAreAskedForByPostWithoutABody() {
    answer(
        "/query/cohorts/list",
        """
        [{"id": 1000, "name": "Power", "count": 150, "is_visible": 1, "description": "",
          "created": "2026-01-01 10:00:00", "project_id": 1, "data_group_id": null},
         {"id": 1001, "name": "Rest", "count": "9", "is_visible": false, "description": "all else"}]
        """);
    assertThat(workspace.discovery().cohorts())
        .containsExactly(
            new SavedCohort(
                1000, "Power", 150, Optional.empty(), Optional.of("2026-01-01 10:00:00"), true),
            new SavedCohort(1001, "Rest", 9, Optional.of("all else"), Optional.empty(), false));
    assertThat(sent("POST /api/query/cohorts/list")).containsOnly(entry("project_id", "12345"));
    assertThat(requests().get(0).getBody()).isEmpty();
  }
}
