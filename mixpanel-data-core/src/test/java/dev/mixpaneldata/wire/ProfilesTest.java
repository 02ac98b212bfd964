package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.mixpaneldata.error.MixpanelDataException;
import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileList;
import dev.mixpaneldata.profile.ProfileQuery;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatistics;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import dev.mixpaneldata.profile.SortOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ProfilesTest extends WireTestCase {
  private static void page(int number, String ids) {
    String results =
        ids.chars()
            .mapToObj(id -> "{\"$distinct_id\": \"" + (char) id + "\", \"$properties\": {}}")
            .reduce((a, b) -> a + "," + b)
            .orElse("");
    server.stubFor(
        post(urlPathEqualTo("/api/query/engage"))
            .withRequestBody(containing("page=" + number + "&"))
            .willReturn(
                jsonResponse(
                    "{\"page\": "
                        + number
                        + ", \"page_size\": 2, \"session_id\": \"s\", \"total\": 5, \"results\": ["
                        + results
                        + "]}",
                    200)));
  }

  private static ProfileQueryRequest limited(int limit) {
    return Binder.bind(ProfileQueryRequest.class, Map.of("limit", limit));
  }

  @Test
  void onlyThePagesThatTheLimitNeedsAreAskedFor() {
    page(0, "ab");
    page(1, "cd");
    page(2, "e");
    ProfileList three = workspace.profiles().query(limited(3));
    assertThat(three.profiles()).extracting(Profile::distinctId).containsExactly("a", "b", "c");
    assertThat(three.truncated()).isTrue();
    assertThat(three.total()).contains(5L);
    assertThat(requests()).hasSize(2);
  }

  @Test
  void aLimitOfZeroGivesAll() {
    page(0, "ab");
    page(1, "cd");
    page(2, "e");
    ProfileList all = workspace.profiles().query(limited(0));
    assertThat(all.profiles()).hasSize(5);
    assertThat(all.truncated()).isFalse();
  }

  @Test
  void aFullLastPageIsNotCalledTruncated() {
    answer(
        "/query/engage",
        """
        {"page": 0, "page_size": 2, "session_id": null, "total": 2,
         "results": [{"$distinct_id": 7, "$properties": {"a": 1.50}}, {"$distinct_id": "b", "$properties": {}}]}
        """);
    ProfileList list = workspace.profiles().query(limited(2));
    assertThat(list.truncated()).isFalse();
    assertThat(list.profiles().get(0).distinctId()).isEqualTo("7");
  }

  @Test
  void theOldNameOfASingleIdIsTaken() {
    answer(
        "/query/engage",
        """
        {"page": 0, "page_size": 1000, "session_id": "s", "total": 1,
         "results": [{"$distinct_id": "a", "$properties": {}}]}
        """);
    workspace.profiles().query(Binder.bind(ProfileQueryRequest.class, Map.of("distinct_id", "a")));
    assertThat(sent("POST /api/query/engage")).containsEntry("distinct_id", "a");
  }

  @Test
  void statisticsNameTheirFilterSelector() {
    answer("/query/engage/stats", "{\"results\": 4.5, \"status\": \"ok\"}");
    ProfileStatisticsRequest request =
        ProfileStatisticsRequest.of()
            .with(
                r ->
                    r.aggregate(ProfileStatisticsRequest.Aggregate.PERCENTILE)
                        .property("age")
                        .percentile(90)
                        .where("properties[\"plan\"] == \"pro\""));
    ProfileStatistics statistics = workspace.profiles().statistics(request);
    assertThat(sent("POST /api/query/engage/stats"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("action", "percentile(properties[\"age\"], 90)"),
            entry("selector", "properties[\"plan\"] == \"pro\""));
    assertThat(statistics.results().text()).isEqualTo("4.5");
  }

  @Test
  void aNumberIsSplitByCohorts() {
    answer(
        "/query/engage/stats",
        "{\"results\": {\"7\": {\"min\": 1, \"max\": 2.5}, \"8\": {\"min\": null, \"max\": 4}},"
            + " \"computed_at\": \"2026-01-15T10:00:00\"}");
    ProfileStatistics statistics =
        workspace
            .profiles()
            .statistics(
                ProfileStatisticsRequest.of()
                    .with(
                        r ->
                            r.aggregate(ProfileStatisticsRequest.Aggregate.EXTREMES)
                                .property("ltv")
                                .byCohorts(List.of("7", "8"))
                                .cohortDefinition("did not Purchase in the last 30 days")
                                .asOfTimestamp(1704067200L)
                                .groupId("-5")));
    assertThat(sent("POST /api/query/engage/stats"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("action", "extremes(properties[\"ltv\"])"),
            entry("segment_by_cohorts", "{\"7\":true,\"8\":true}"),
            entry(
                "filter_by_cohort",
                "{\"raw_cohort\":{\"selector\":{\"operator\":\"and\",\"children\":[{\"property\":"
                    + "\"behaviors\",\"value\":\"bhvr_0\",\"operator\":\"==\",\"operand\":0}]},"
                    + "\"behaviors\":{\"bhvr_0\":{\"count\":{\"type\":\"absolute\",\"event_selector\":"
                    + "{\"event\":\"Purchase\"}},\"window\":{\"unit\":\"day\",\"value\":30}}}}}"),
            entry("include_all_users", "false"),
            entry("data_group_id", "-5"),
            entry("as_of_timestamp", "1704067200"));
    assertThat(statistics.header()).containsExactly("cohort_id", "statistic", "value");
    assertThat(statistics.cells())
        .containsExactly(
            List.of("7", "min", 1L),
            List.of("7", "max", 2.5),
            Arrays.asList("8", "min", null),
            List.of("8", "max", 4L));
  }

  @Test
  void profilesAreSortedSearchedAndChosenByACohortThatIsNotSaved() {
    page(0, "ab");
    page(1, "cd");
    workspace
        .profiles()
        .query(
            ProfileQueryRequest.of(
                    ProfileQuery.all()
                        .with(
                            q ->
                                q.search("alice@example.com")
                                    .asOfTimestamp(0L)
                                    .cohortDefinition(
                                        "{\"selector\": {\"operator\": \"and\", \"children\": []},"
                                            + " \"behaviors\": {}}")))
                .with(r -> r.sortBy("ltv").sortOrder(SortOrder.ASCENDING).limit(3)));
    assertThat(requests()).hasSize(2);
    for (LoggedRequest request : requests()) {
      assertThat(sent("POST /api/query/engage", request))
          .contains(
              entry("sort_key", "properties[\"ltv\"]"),
              entry("sort_order", "ascending"),
              entry("search", "alice@example.com"),
              entry("as_of_timestamp", "0"),
              entry("include_all_users", "false"),
              entry(
                  "filter_by_cohort",
                  "{\"raw_cohort\":{\"selector\":{\"operator\":\"and\",\"children\":[]},"
                      + "\"behaviors\":{}}}"));
    }
  }

  @Test
  void cohortsThatMixpanelCannotReadAreRefusedBeforeTheCall() {
    for (String wrong :
        List.of(
            "properties[\"plan\"] == \"pro\"",
            "did Purchase",
            "{\"behaviors\": {}}",
            "{not json")) {
      assertThatThrownBy(() -> ProfileQuery.all().with(q -> q.cohortDefinition(wrong)))
          .as(wrong)
          .isInstanceOf(MixpanelDataException.class);
    }
    assertThatThrownBy(() -> ProfileStatisticsRequest.of().with(r -> r.property("ltv")))
        .hasMessageContaining("'ltv'");
    assertThatThrownBy(
            () -> ProfileStatisticsRequest.of().with(r -> r.byCohorts(List.of("power users"))))
        .hasMessageContaining("'power users'");
    assertThatThrownBy(() -> ProfileQuery.all().with(q -> q.asOfTimestamp(-1L)))
        .hasMessageContaining("1970");
  }

  @Test
  void profilesAreCountedByDefault() {
    answer("/query/engage/stats", "{\"results\": 4}");
    workspace.profiles().statistics(ProfileStatisticsRequest.of());
    assertThat(sent("POST /api/query/engage/stats"))
        .containsEntry("action", "count()")
        .doesNotContainKey("selector");
  }
}
