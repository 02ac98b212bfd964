package dev.mixpaneldata.mcp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.mixpaneldata.internal.json.Mappers;
import dev.mixpaneldata.testkit.FakeMixpanel;
import dev.mixpaneldata.testkit.dataset.Dataset;
import dev.mixpaneldata.testkit.fault.Fault;
import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.HttpClientStreamableHttpTransport;
import io.modelcontextprotocol.spec.McpSchema;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tools that ask the client's user or model, with clients that can be asked and with others. */
class AskingTest {
  private static final LocalDate DAY = LocalDate.parse("2026-01-05");

  @TempDir Path home;
  private FakeMixpanel mixpanel;
  private TestingServer server;

  @BeforeEach
  void start() {
    Dataset data = Dataset.builder().users(30).from(DAY).to(DAY.plusDays(1)).build();
    mixpanel = FakeMixpanel.builder().dataset(data).start();
    answerReports();
    server = TestingServer.http(TestingServer.environment(mixpanel, home));
  }

  @AfterEach
  void stop() {
    server.close();
    mixpanel.close();
  }

  private void stub(String path, String body) {
    mixpanel
        .faults()
        .always(
            request -> request.path().endsWith(path),
            Fault.status(200, body, Map.of("Content-Type", "application/json")));
  }

  private void answerReports() {
    stub(
        "/query/events",
        "{\"data\":{\"series\":[\"2026-01-05\"],\"values\":{\"Sign Up\":{\"2026-01-05\":500000}}}}");
    StringBuilder days = new StringBuilder();
    for (int i = 0; i < 8; i++) {
      days.append(i == 0 ? "" : ",")
          .append('"')
          .append(DAY.minusDays(7 - i))
          .append("\":")
          .append(i == 7 ? 40 : 100);
    }
    stub(
        "/segmentation",
        "{\"legend_size\":1,\"data\":{\"series\":[],\"values\":{\"Sign Up\":{" + days + "}}}}");
  }

  private static final Map<String, Object> FETCH =
      Map.of(
          "from_date",
          DAY.toString(),
          "to_date",
          DAY.plusDays(1).toString(),
          "events",
          List.of("Sign Up"));

  private McpSyncClient asking(McpSchema.ElicitResult.Action action, List<String> questions) {
    return McpClient.sync(
            HttpClientStreamableHttpTransport.builder(server.origin()).endpoint("/mcp").build())
        .requestTimeout(TestingServer.PATIENCE)
        .capabilities(McpSchema.ClientCapabilities.builder().elicitation().build())
        .elicitation(
            request -> {
              questions.add(request.message());
              return McpSchema.ElicitResult.builder(action)
                  .content(Map.of("confirm", true))
                  .build();
            })
        .build();
  }

  @Test
  void aLargeFetchIsDeclinedAndNothingIsFetched() {
    List<String> questions = new ArrayList<>();
    try (McpSyncClient client = asking(McpSchema.ElicitResult.Action.DECLINE, questions)) {
      client.initialize();
      var answer = Answers.call(client, "safe_large_fetch", FETCH);
      assertThat(Answers.structured(answer).path("status").asText()).isEqualTo("declined");
      assertThat(questions).singleElement().asString().contains("500,000");
      assertThat(mixpanel.requests("/api/2.0/export")).isEmpty();
    }
  }

  @Test
  void aLargeFetchIsAccepted() {
    try (McpSyncClient client = asking(McpSchema.ElicitResult.Action.ACCEPT, new ArrayList<>())) {
      client.initialize();
      var answer = Answers.call(client, "safe_large_fetch", FETCH);
      assertThat(Answers.structured(answer).path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void aClientThatCannotAskConfirmsWithTheNextCall() {
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      var first = Answers.structured(Answers.call(client, "safe_large_fetch", FETCH));
      assertThat(first.path("status").asText()).isEqualTo("confirmation_required");
      assertThat(first.path("estimated_count").asLong()).isEqualTo(500_000);
      Map<String, Object> confirmed = new java.util.HashMap<>(FETCH);
      confirmed.put("confirm", true);
      var second = Answers.structured(Answers.call(client, "safe_large_fetch", confirmed));
      assertThat(second.path("status").asText()).isEqualTo("completed");
    }
  }

  @Test
  void aDropIsMeasuredWithoutAModel() {
    try (McpSyncClient client = server.streamable(Map.of())) {
      client.initialize();
      var answer =
          Answers.structured(
              Answers.call(
                  client,
                  "diagnose_metric_drop",
                  Map.of(
                      "event", "Sign Up", "date", DAY.toString(), "dimensions", List.of("$os"))));
      assertThat(answer.path("status").asText()).isEqualTo("sampling_unavailable");
      assertThat(answer.at("/findings/drop_percentage").asDouble()).isCloseTo(60.0, within(1e-9));
      assertThat(answer.at("/findings/drop_confirmed").asBoolean()).isTrue();
      assertThat(answer.at("/findings/primary_driver/share").asDouble()).isEqualTo(1.0);
    }
  }

  @Test
  void theModelPlansButCannotReachBeyondWhatReads() {
    List<String> prompts = new CopyOnWriteArrayList<>();
    try (McpSyncClient client =
        McpClient.sync(
                HttpClientStreamableHttpTransport.builder(server.origin()).endpoint("/mcp").build())
            .requestTimeout(TestingServer.PATIENCE)
            .capabilities(McpSchema.ClientCapabilities.builder().sampling().build())
            .sampling(
                request -> {
                  String prompt =
                      ((McpSchema.TextContent) request.messages().get(0).content()).text();
                  prompts.add(prompt);
                  String answer =
                      prompts.size() == 1
                          ? "Sure: {\"queries\":[{\"tool\":\"drop_all_tables\",\"arguments\":{}},"
                              + "{\"tool\":\"list_tables\",\"arguments\":{}}]}"
                          : "There are no tables.";
                  return McpSchema.CreateMessageResult.builder(
                          McpSchema.Role.ASSISTANT,
                          McpSchema.TextContent.builder(answer).build(),
                          "test-model")
                      .build();
                })
            .build()) {
      client.initialize();
      var answer =
          Answers.structured(
              Answers.call(client, "ask_mixpanel", Map.of("question", "Which tables are there?")));
      assertThat(answer.path("status").asText()).isEqualTo("success");
      assertThat(answer.path("answer").asText()).isEqualTo("There are no tables.");
      assertThat(answer.at("/results/0/errors/0/message").asText()).contains("drop_all_tables");
      assertThat(answer.at("/results/1/errors").isNull()).isTrue();
    }
  }

  /** Reads the connection itself: the SDK's client hands notifications to several threads. */
  @Test
  void progressRisesDuringAFetch() throws Exception {
    String hello =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":"
            + "\"2025-06-18\",\"capabilities\":{},\"clientInfo\":{\"name\":\"t\",\"version\":\"1\"}}}";
    String session = post(hello).headers().firstValue("mcp-session-id").orElseThrow();
    post("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}", session);
    String call =
        "{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"fetch_events\","
            + "\"arguments\":{\"from_date\":\"%s\",\"to_date\":\"%s\"},\"_meta\":{\"progressToken\":\"p1\"}}}"
                .formatted(DAY, DAY.plusDays(1));
    List<Double> progress =
        post(call, session)
            .body()
            .lines()
            .filter(line -> line.startsWith("data:"))
            .map(line -> Mappers.read(line.substring(5)))
            .filter(m -> m.path("method").asText().equals("notifications/progress"))
            .map(m -> m.at("/params/progress").asDouble())
            .toList();
    assertThat(progress).hasSizeGreaterThan(2).isSorted().doesNotHaveDuplicates();
  }

  private HttpResponse<String> post(String body, String... session) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(server.origin() + "/mcp"))
            .header("Content-Type", "application/json")
            .header("Accept", "application/json, text/event-stream")
            .POST(HttpRequest.BodyPublishers.ofString(body));
    if (session.length > 0) {
      request.headers("mcp-session-id", session[0], "mcp-protocol-version", "2025-06-18");
    }
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }
}
