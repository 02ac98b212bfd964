package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.mcp.chain.AccessRules;
import dev.mixpaneldata.mcp.tool.Toolset;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpSyncClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the tools of the Klavis server send and answer. */
class KlavisTest {
  private static final AccessRules KLAVIS =
      AccessRules.usual().withToolsets(Set.of(Toolset.KLAVIS)).withWrites();

  @TempDir Path home;
  private FakeMixpanel mixpanel;
  private Map<String, String> environment;
  private TestingServer server;
  private McpSyncClient client;

  @BeforeEach
  void start() {
    mixpanel = Shop.open(Examples.FROM, Examples.TO, 40);
    environment = new HashMap<>(TestingServer.environment(mixpanel, home));
    serve(Map.of());
  }

  private void serve(Map<String, String> headers) {
    server = TestingServer.http(environment, KLAVIS);
    client = server.streamable(headers);
    client.initialize();
  }

  private void serveAgain(Map<String, String> headers) {
    client.close();
    server.close();
    serve(headers);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
    mixpanel.close();
  }

  private List<JsonNode> kept(String event) {
    return mixpanel.exportedLines(TestingClock.TODAY).stream()
        .map(Mappers::read)
        .filter(line -> line.path("event").asText().equals(event))
        .map(line -> line.path("properties"))
        .toList();
  }

  private String code(String tool, Object... arguments) {
    return Answers.structured(Answers.call(client, tool, Answers.arguments(arguments)))
        .at("/error/code")
        .asText("ok");
  }

  private String message(String tool, Object... arguments) {
    return Answers.structured(Answers.call(client, tool, Answers.arguments(arguments)))
        .at("/error/message")
        .asText();
  }

  @Test
  void importedEventsHaveTimeUserAndInsertId() {
    Map<String, Object> given = Map.of("distinct_id", "own", "n", 12345678901L);
    JsonNode answer =
        Answers.ask(
            client,
            "mixpanel_import_events",
            "project_id",
            Examples.PROJECT,
            "events",
            List.of(
                Map.of("event", "Given", "properties", given),
                Map.of("event", "Named", "distinct_id", "other", "properties", given),
                Map.of("event", "Bare")));
    assertThat(answer.path("success").asBoolean()).isTrue();
    assertThat(answer.path("batch_size").asInt()).isEqualTo(3);
    assertThat(answer.path("events_processed").asInt()).isEqualTo(3);
    assertThat(answer.path("project_id").asText()).isEqualTo(Examples.PROJECT);
    JsonNode kept = kept("Given").get(0);
    assertThat(kept.path("distinct_id").asText()).isEqualTo("own");
    assertThat(kept.path("n").asLong()).isEqualTo(12345678901L);
    assertThat(kept.path("time").asLong()).isGreaterThan(1_000_000_000_000L);
    assertThat(kept.path("$insert_id").asText()).hasSize(32);
    assertThat(kept("Named").get(0).path("distinct_id").asText()).isEqualTo("other");
    assertThat(kept("Bare")).hasSize(1);
    assertThat(mixpanel.requests("/import")).hasSize(1);
  }

  @Test
  void eventsThatCannotBeSentAreNamed() {
    String tool = "mixpanel_send_events";
    assertThat(code(tool, "project_id", 123456, "events", "x")).isEqualTo("INVALID_ARGUMENT");
    assertThat(message(tool, "project_id", 123456, "events", List.of(Map.of("name", "x"))))
        .contains("events[0].event", "events[0].name");
    assertThat(code(tool, "project_id", 123456, "events", List.of())).isEqualTo("INVALID_ARGUMENT");
    Map<String, Object> old = Map.of("event", "Old", "properties", Map.of("time", 1000000000));
    assertThat(message(tool, "project_id", 123456, "events", List.of(old)))
        .contains("event 1", "older than five years");
    List<Map<String, Object>> many =
        Collections.nCopies(51, new LinkedHashMap<>(Map.of("event", "x")));
    assertThat(message("mixpanel_track_batch_events", "events", many)).contains("51");
    assertThat(mixpanel.requests("/import")).isEmpty();
    assertThat(mixpanel.requests("/track")).isEmpty();

    JsonNode part =
        Answers.ask(
            client, tool, "project_id", 123456, "events", List.of(old, Map.of("event", "Fresh")));
    assertThat(part.path("success").asBoolean()).isFalse();
    assertThat(part.path("events_processed").asInt()).isEqualTo(1);
    assertThat(part.at("/failed_records/0/number").asInt()).isEqualTo(1);
    assertThat(part.at("/failed_records/0/reason").asText()).contains("five years");
    assertThat(kept("Fresh")).hasSize(1);
  }

  @Test
  void trackingUsesTheTokenWhereItIsKnownAndTheServiceAccountElse() {
    Answers.ask(client, "mixpanel_track_event", "event", "Once", "distinct_id", "u1");
    assertThat(mixpanel.requests("/track")).hasSize(1);
    environment.remove("MIXPANEL_PROJECT_TOKEN");
    serveAgain(Map.of());
    Answers.ask(
        client,
        "mixpanel_track_batch_events",
        "events",
        List.of(Map.of("event", "Once", "distinct_id", "u2")));
    assertThat(mixpanel.requests("/track")).hasSize(1);
    assertThat(mixpanel.requests("/import")).hasSize(1);
    assertThat(kept("Once"))
        .extracting(event -> event.path("distinct_id").asText())
        .containsExactlyInAnyOrder("u1", "u2");
    assertThat(kept("Once")).noneMatch(event -> event.has("token"));
  }

  @Test
  void oldEventsAreNotTracked() {
    Map<String, Object> aWeekAgo =
        Map.of("time", TestingClock.CLOCK.instant().getEpochSecond() - 7 * 86_400);
    assertThat(message("mixpanel_track_event", "event", "Late", "properties", aWeekAgo))
        .contains("older than five days");
    assertThat(mixpanel.requests("/track")).isEmpty();
  }

  @Test
  void profilesChangeByAllOperations() {
    profile("$set", Map.of("plan", "free", "seats", 1, "tags", List.of("a")));
    profile("$set_once", Map.of("plan", "pro", "first", true));
    profile("$add", Map.of("seats", 2));
    profile("$append", Map.of("tags", "b"));
    profile("$union", Map.of("tags", List.of("b", "c")));
    profile("$remove", Map.of("tags", "a"));
    profile("$unset", List.of("first"));
    JsonNode kept = Mappers.read(mixpanel.profile("p1").orElseThrow());
    assertThat(kept.toString())
        .contains("\"plan\":\"free\"", "\"seats\":3", "[\"b\",\"c\"]")
        .doesNotContain("first");
    profile("$delete", null);
    assertThat(mixpanel.profile("p1")).isEmpty();
  }

  private void profile(String operation, Object properties) {
    Map<String, Object> arguments =
        Answers.arguments("distinct_id", "p1", "operation", operation, "confirm", true);
    if (properties != null) {
      arguments.put("properties", properties);
    }
    var answer = Answers.call(client, "mixpanel_set_user_profile", arguments);
    assertThat(answer.isError()).as(Answers.text(answer)).isNotEqualTo(true);
  }

  @Test
  void whatTakesAwayFromAProfileNeedsConsent() {
    for (String operation : List.of("$remove", "$unset", "$delete")) {
      Object properties = operation.equals("$delete") ? Map.of() : Map.of("plan", "free");
      assertThat(
              message(
                  "mixpanel_set_user_profile",
                  "distinct_id",
                  "p1",
                  "operation",
                  operation,
                  "properties",
                  properties))
          .contains("'p1'", "consent");
    }
    assertThat(code("mixpanel_set_user_profile", "distinct_id", "p1", "operation", "$drop"))
        .isEqualTo("INVALID_ARGUMENT");
    assertThat(mixpanel.requests("/engage")).isEmpty();
  }

  @Test
  void theTokenOfTheServerWritesForKnownGuestsOnly() {
    serveAgain(Map.of("x-auth-token", "someone:else:" + mixpanel.projectId()));
    assertThat(code("mixpanel_set_user_profile", "distinct_id", "p1", "properties", Map.of("a", 1)))
        .isIn("AUTH_FAILED", "PERMISSION_DENIED");
    assertThat(code("mixpanel_track_event", "event", "Made up"))
        .isIn("AUTH_FAILED", "PERMISSION_DENIED");
    assertThat(mixpanel.requests("/engage")).isEmpty();
    assertThat(mixpanel.requests("/track")).isEmpty();
    serveAgain(Map.of("x-auth-token", account() + ":" + mixpanel.projectId()));
    profile("$set", Map.of("a", 1));
    assertThat(mixpanel.profile("p1")).isPresent();
  }

  @Test
  void aGuestBringsItsOwnToken() {
    environment.remove("MP_PROJECT_TOKEN");
    environment.remove("MIXPANEL_PROJECT_TOKEN");
    String account = account() + ":" + mixpanel.projectId();
    serveAgain(Map.of("x-auth-token", account));
    assertThat(code("mixpanel_set_user_profile", "distinct_id", "p1", "properties", Map.of("a", 1)))
        .isEqualTo("CREDENTIALS_MISSING");
    serveAgain(Map.of("x-auth-token", account, "x-project-token", mixpanel.projectToken()));
    profile("$set", Map.of("a", 1));
    assertThat(mixpanel.profile("p1")).isPresent();
  }

  private String account() {
    return mixpanel.username() + ":" + mixpanel.secret();
  }

  @Test
  void aCallNamesTheProjectThatItIsAbout() {
    environment.put("MP_PROJECT_ID", "77");
    serveAgain(Map.of());
    assertThat(
            Answers.ask(client, "mixpanel_get_events", "project_id", mixpanel.projectId())
                .path("result"))
        .isNotEmpty();
    Answers.ask(
        client,
        "mixpanel_send_events",
        "project_id",
        mixpanel.projectId(),
        "events",
        List.of(Map.of("event", "There")));
    assertThat(kept("There")).hasSize(1);
    assertThat(code("mixpanel_get_events", "project_id", 77)).isNotEqualTo("ok");
  }

  @Test
  void theKlavisHeaderIsUnderstood() {
    String json =
        "{\"serviceaccount_username\":\"%s\",\"serviceaccount_secret\":\"%s\"}"
            .formatted(mixpanel.username(), mixpanel.secret());
    String data = Base64.getEncoder().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    environment.remove("MP_USERNAME");
    environment.remove("MP_SECRET");
    serveAgain(Map.of("x-auth-data", data));
    assertThat(Answers.ask(client, "mixpanel_get_projects").fieldNames().next())
        .isEqualTo(Examples.PROJECT);
  }

  @Test
  void queriesAnswerAsTheReportsOfThisServer() {
    JsonNode sum =
        Answers.ask(
            client,
            "mixpanel_run_segmentation_query",
            "project_id",
            Examples.PROJECT,
            "event",
            Examples.EVENT,
            "from_date",
            Examples.FROM,
            "to_date",
            Examples.TO,
            "on",
            "amount",
            "numerical_aggregation",
            "sum");
    assertThat(sum.path("results").path("2026-10-07").asDouble()).isPositive();
    assertThat(mixpanel.requests("/api/query/segmentation/sum")).hasSize(1);
    JsonNode retention =
        Answers.ask(
            client,
            "mixpanel_run_retention_query",
            "project_id",
            Examples.PROJECT,
            "event",
            Examples.EVENT,
            "born_event",
            "Sign Up",
            "interval_count",
            3);
    assertThat(retention.path("cohorts")).isNotEmpty();
    var sent = mixpanel.requests("/api/query/retention").get(0);
    assertThat(sent.toString()).contains("Sign").contains("2026-09-15").contains("2026-10-15");
    assertThat(
            code(
                "mixpanel_run_frequency_query",
                "project_id",
                Examples.PROJECT,
                "event",
                "Purchase",
                "born_event",
                "Sign Up"))
        .isEqualTo("INVALID_ARGUMENT");
  }

  @Test
  void missingRightsNameTheRole() {
    mixpanel.faults().always(request -> request.path().endsWith("/import"), Fault.status(403));
    JsonNode error =
        Answers.structured(
                Answers.call(
                    client,
                    "mixpanel_import_events",
                    Map.of("project_id", 123456, "events", List.of(Map.of("event", "x")))))
            .path("error");
    assertThat(error.path("code").asText()).isEqualTo("PERMISSION_DENIED");
    assertThat(error.path("hint").asText()).contains("Owner", "Admin");
  }

  @Test
  void theAuditLogHasWritesAndNoToken() throws Exception {
    Answers.ask(client, "mixpanel_track_event", "event", "Noted");
    List<String> lines = Files.readAllLines(home.resolve("audit.jsonl"));
    assertThat(lines).singleElement().asString().contains("mixpanel_track_event", "\"ok\"");
    assertThat(lines.get(0)).doesNotContain(mixpanel.projectToken(), mixpanel.secret());
  }
}
