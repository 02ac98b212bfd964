package dev.mixpaneldata.wire;

import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import dev.mixpaneldata.internal.binding.Binder;
import dev.mixpaneldata.profile.Profile;
import dev.mixpaneldata.profile.ProfileList;
import dev.mixpaneldata.profile.ProfileQueryRequest;
import dev.mixpaneldata.profile.ProfileStatistics;
import dev.mixpaneldata.profile.ProfileStatisticsRequest;
import java.util.Map;
import java.util.Optional;
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
    page(0, "a");
    workspace.profiles().query(Binder.bind(ProfileQueryRequest.class, Map.of("distinct_id", "a")));
    assertThat(sent("POST /api/query/engage")).containsEntry("distinct_id", "a");
  }

  @Test
  void statisticsNameTheirFilterSelector() {
    answer("/query/engage/stats", "{\"results\": 4.5, \"status\": \"ok\"}");
    ProfileStatisticsRequest request =
        new ProfileStatisticsRequest(
            ProfileStatisticsRequest.Aggregate.PERCENTILE,
            Optional.of("age"),
            90,
            Optional.of("properties[\"plan\"] == \"pro\""));
    ProfileStatistics statistics = workspace.profiles().statistics(request);
    assertThat(sent("POST /api/query/engage/stats"))
        .containsOnly(
            entry("project_id", "12345"),
            entry("action", "percentile(properties[\"age\"], 90)"),
            entry("selector", "properties[\"plan\"] == \"pro\""));
    assertThat(statistics.results().text()).isEqualTo("4.5");
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
