package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class EngageEndpointTest {

  private static final String PATH = "/api/query/engage";
  private static final String FORM = "application/x-www-form-urlencoded";

  private final FakeMixpanel mixpanel =
      FakeMixpanel.builder()
          .profiles(
              IntStream.range(0, 25)
                  .mapToObj(
                      index ->
                          "{\"$distinct_id\":\"u%d\",\"$properties\":{\"n\":%d,\"plan\":\"pro\"}}"
                              .formatted(index, index))
                  .toList())
          .cohort(7, Set.of("u3", "nobody"))
          .where(text -> profile -> profile.at("/$properties/n").asInt() < 2)
          .start();
  private final Client client = new Client(mixpanel);

  @AfterEach
  void close() {
    mixpanel.close();
  }

  @Test
  void pagesTogetherHoldEveryProfileOnceAndOnlyTheFirstTellsTheTotal() throws Exception {
    JsonNode first = json(client.post(PATH, FORM, "page_size=10"));
    assertThat(first.path("total").asInt()).isEqualTo(25);
    assertThat(first.path("results")).hasSize(10);
    String session = first.path("session_id").asText();
    JsonNode last = json(client.post(PATH, FORM, "page_size=10&page=2&session_id=" + session));
    assertThat(last.has("total")).isFalse();
    assertThat(ids(last)).containsExactly("u20", "u21", "u22", "u23", "u24");
  }

  @Test
  void laterPagesNeedTheirSession() throws Exception {
    assertThat(client.post(PATH, FORM, "page=1").statusCode()).isEqualTo(400);
    assertThat(client.post(PATH, FORM, "page=1&session_id=made-up").statusCode()).isEqualTo(400);
  }

  @Test
  void parametersAreReadFromFormJsonAndQueryAlike() throws Exception {
    String ids = "[\"u4\",\"u5\"]";
    assertThat(ids(json(client.post(PATH, FORM, "distinct_ids=" + Client.encode(ids)))))
        .containsExactly("u4", "u5");
    assertThat(ids(json(client.post(PATH, "application/json", "{\"distinct_ids\":" + ids + "}"))))
        .containsExactly("u4", "u5");
    assertThat(ids(json(client.get("/api/2.0/engage?distinct_ids=" + Client.encode(ids)))))
        .containsExactly("u4", "u5");
    assertThat(ids(json(client.post(PATH, FORM, "distinct_id=u6")))).containsExactly("u6");
  }

  @Test
  void outputPropertiesLeaveTheOthersOut() throws Exception {
    JsonNode answer =
        json(client.post(PATH, "application/json", "{\"output_properties\":[\"plan\"]}"));
    assertThat(answer.at("/results/0/$properties").toString()).isEqualTo("{\"plan\":\"pro\"}");
  }

  @Test
  void whereIsLeftToTheLanguage() throws Exception {
    assertThat(ids(json(client.post(PATH, FORM, "where=anything")))).containsExactly("u0", "u1");
  }

  @Test
  void cohortsHoldMembersWithoutProfileUnlessTheyAreExcluded() throws Exception {
    String cohort = "filter_by_cohort=" + Client.encode("{\"id\":7}");
    assertThat(ids(json(client.post(PATH, FORM, cohort)))).containsExactly("u3", "nobody");
    assertThat(ids(json(client.post(PATH, FORM, cohort + "&include_all_users=false"))))
        .containsExactly("u3");
  }

  private static JsonNode json(HttpResponse<byte[]> response) throws Exception {
    assertThat(response.statusCode()).describedAs(Client.text(response)).isEqualTo(200);
    return new ObjectMapper().readTree(response.body());
  }

  private static List<String> ids(JsonNode answer) {
    return answer.path("results").findValuesAsText("$distinct_id");
  }
}
