package dev.mixpaneldata.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AccessTest {

  @Test
  void meTellsTheProjectItsZoneAndItsRegion() throws Exception {
    try (FakeMixpanel mixpanel =
        FakeMixpanel.builder().timezone("US/Pacific").domain("eu.mixpanel.com").start()) {
      JsonNode results =
          new ObjectMapper()
              .readTree(new Client(mixpanel).get("/api/app/me").body())
              .path("results");
      JsonNode project = results.path("projects").path(Long.toString(mixpanel.projectId()));
      assertThat(project.path("timezone").asText()).isEqualTo("US/Pacific");
      assertThat(project.path("domain").asText()).isEqualTo("eu.mixpanel.com");
      assertThat(results.at("/workspaces/77/is_default").asBoolean()).isTrue();
    }
  }

  @Test
  void eventNamesAreListedDescending() throws Exception {
    Map<LocalDate, List<String>> lines =
        Map.of(
            LocalDate.parse("2026-01-05"),
            List.of(
                "{\"event\":\"A\",\"properties\":{}}",
                "not json",
                "{\"properties\":{\"event\":\"inner\"},\"event\":\"B\"}"));
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().events(lines).start()) {
      assertThat(Client.text(new Client(mixpanel).get("/api/query/events/names?type=general")))
          .isEqualTo("[\"B\",\"A\"]");
    }
  }

  @Test
  void wrongCredentialsAreUnauthorized() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      HttpResponse<byte[]> response = stranger(mixpanel);
      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(Client.text(response)).contains("Invalid service account credentials");
    }
  }

  @Test
  void wrongCredentialsAreABadRequestWhenSoConfigured() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().badCredentialsAreBadRequest().start()) {
      HttpResponse<byte[]> response = stranger(mixpanel);
      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(Client.text(response)).contains("Unable to authenticate request");
    }
  }

  @Test
  void aForeignProjectIsForbidden() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      assertThat(new Client(mixpanel).get("/api/query/engage?project_id=1").statusCode())
          .isEqualTo(403);
    }
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().unknownProjectStatus(400).start()) {
      assertThat(new Client(mixpanel).get("/api/query/engage?project_id=1").statusCode())
          .isEqualTo(400);
    }
  }

  @Test
  void unknownPathsAreNotFoundAndWrongMethodsNotAllowed() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      Client client = new Client(mixpanel);
      HttpResponse<byte[]> response = client.get("/api/query/nothing");
      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(new ObjectMapper().readTree(response.body()).has("error")).isTrue();
      assertThat(client.post("/api/app/me", "application/json", "{}").statusCode()).isEqualTo(405);
    }
  }

  @Test
  void requestsAreRecordedWithTheirParametersBodyAndStatus() throws Exception {
    try (FakeMixpanel mixpanel = FakeMixpanel.builder().start()) {
      new Client(mixpanel).post("/api/query/engage?a=1&a=2", "text/plain", "page=5");
      RecordedRequest request = mixpanel.requests().get(0);
      assertThat(request.method()).isEqualTo("POST");
      assertThat(request.path()).isEqualTo("/api/query/engage");
      assertThat(request.query().all("a")).containsExactly("1", "2");
      assertThat(request.header("content-type")).contains("text/plain");
      assertThat(request.body()).isEqualTo("page=5");
      assertThat(request.status()).isEqualTo(400);
    }
  }

  private static HttpResponse<byte[]> stranger(FakeMixpanel mixpanel) throws Exception {
    return new Client(mixpanel)
        .send(
            HttpRequest.newBuilder(URI.create(mixpanel.origin() + "/api/query/engage"))
                .header("Authorization", Client.basic("somebody", "else"))
                .build());
  }
}
