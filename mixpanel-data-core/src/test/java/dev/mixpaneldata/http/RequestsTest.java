package dev.mixpaneldata.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matching;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What goes over the wire. */
class RequestsTest extends HttpTestCase {
  @BeforeEach
  void answerEverything() {
    server.stubFor(any(anyUrl()).willReturn(okJson("{}")));
  }

  private LoggedRequest only() {
    List<LoggedRequest> requests = server.findAll(anyRequestedFor(anyUrl()));
    assertThat(requests).hasSize(1);
    return requests.get(0);
  }

  @Test
  void queriesNameTheProjectFirstAndKeepTheOrderOfTheirParameters() {
    http()
        .send(
            Call.get(ApiFamily.QUERY, "/segmentation")
                .parameter("event", "Sign up & go")
                .parameter("where", null)
                .parameter("limit", 5));
    assertThat(only().getUrl())
        .isEqualTo("/api/query/segmentation?project_id=12345&event=Sign%20up%20%26%20go&limit=5");
  }

  @Test
  void eachApiHasItsPath() {
    MixpanelHttp http = http();
    http.send(Call.get(ApiFamily.EXPORT, "/export"));
    http.send(Call.get(ApiFamily.APP, "/projects/{project}/dashboards"));
    http.send(Call.post(ApiFamily.INGESTION, "/import").withProjectId());
    server.verify(getRequestedFor(urlEqualTo("/api/2.0/export?project_id=12345")));
    server.verify(getRequestedFor(urlEqualTo("/api/app/projects/12345/dashboards")));
    server.verify(postRequestedFor(urlEqualTo("/import?project_id=12345")));
  }

  @Test
  void segmentsOfAPathAreEncoded() {
    http().send(Call.get(ApiFamily.APP, "/projects/{project}/schemas/event/{}", "a/b c?"));
    assertThat(only().getUrl()).isEqualTo("/api/app/projects/12345/schemas/event/a%2Fb%20c%3F");
  }

  @Test
  void everyCallIsSignedAndSaysWhoCalls() {
    http().send(Call.get(ApiFamily.QUERY, "/funnels/list"));
    String pair = CREDENTIALS.username() + ":" + SECRET;
    String basic = Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    server.verify(
        getRequestedFor(urlPathEqualTo("/api/query/funnels/list"))
            .withHeader("Authorization", equalTo("Basic " + basic))
            .withHeader("Accept", equalTo("application/json"))
            .withHeader("Accept-Encoding", equalTo("gzip"))
            .withHeader("User-Agent", matching("mixpanel-data-jvm/.+")));
  }

  @Test
  void formsAreEncodedAsForms() {
    http()
        .send(
            Call.post(ApiFamily.QUERY, "/engage")
                .field("where", "properties[\"a\"] == \"é+\"")
                .jsonField("distinct_ids", List.of("a", "b"))
                .field("page", null));
    assertThat(only().getHeader("Content-Type")).isEqualTo("application/x-www-form-urlencoded");
    assertThat(only().getBodyAsString())
        .isEqualTo(
            "where=properties%5B%22a%22%5D%20%3D%3D%20%22%C3%A9%2B%22"
                + "&distinct_ids=%5B%22a%22%2C%22b%22%5D");
  }

  @Test
  void jsonAndBytesAreSentAsGiven() {
    http().send(Call.post(ApiFamily.APP, "/x").json(Map.of("name", "é")));
    assertThat(only().getBodyAsString()).isEqualTo("{\"name\":\"é\"}");
    assertThat(only().getHeader("Content-Type")).isEqualTo("application/json");
    server.resetRequests();
    http()
        .send(
            Call.post(ApiFamily.INGESTION, "/import")
                .header("X-Kind", "new")
                .body("application/x-ndjson", new byte[] {1, 2, 3}));
    assertThat(only().getBody()).containsExactly(1, 2, 3);
    assertThat(only().getHeader("X-Kind")).isEqualTo("new");
  }

  @Test
  void aCallIsImmutable() {
    Call plain = Call.get(ApiFamily.QUERY, "/insights");
    Call changed = plain.parameter("bookmark_id", 7).withoutProjectId().idempotent();
    assertThat(plain.parameters()).isEmpty();
    assertThat(changed.parameters()).containsExactly(new Parameter("bookmark_id", "7"));
  }

  @Test
  void tooManySegmentsAreAMistakeOfTheCaller() {
    assertThatThrownBy(() -> Call.get(ApiFamily.APP, "/x/{}", "a", "b"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
